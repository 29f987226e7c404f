package dev.convergence.notification.mail;

import dev.convergence.notification.delivery.Notice;
import dev.convergence.notification.delivery.PlainTextFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Whom a notice reaches by mail: those who have an address. */
@Component
class RecipientReader {

    private final IdentityService identity;

    RecipientReader(IdentityService identity) {
        this.identity = identity;
    }

    /** @param recipient a group id, or {@link Notice#user(String)} */
    List<MailRecipient> reachedBy(String recipient) {
        return Notice.userIn(recipient)
                .map(user -> withId(user).stream().toList())
                .orElseGet(() -> membersOf(recipient));
    }

    Optional<MailRecipient> withId(String user) {
        return Optional.ofNullable(identity.createUserQuery().userId(user).singleResult())
                .flatMap(found -> person(found).findFirst());
    }

    private List<MailRecipient> membersOf(String group) {
        return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .flatMap(RecipientReader::person)
                .toList();
    }

    private static Stream<MailRecipient> person(User user) {
        String address = user.getEmail();
        return address == null || address.isBlank()
                ? Stream.empty()
                : Stream.of(new MailRecipient(user.getId(), name(user), address.strip()));
    }

    private static String name(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .map(PlainTextFormatter::line)
                .reduce((first, last) -> first + " " + last)
                .orElse(user.getId());
    }
}
