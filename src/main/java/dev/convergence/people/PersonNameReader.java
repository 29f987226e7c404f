package dev.convergence.people;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** What people are called where others read of them. */
@Component
public class PersonNameReader {

    private final IdentityService identity;

    PersonNameReader(IdentityService identity) {
        this.identity = identity;
    }

    /** First and last name; the user's id where there is none. */
    public String of(String user) {
        return Optional.ofNullable(identity.createUserQuery().userId(user).singleResult())
                .map(PersonNameReader::name)
                .filter(name -> !name.isBlank())
                .orElse(user);
    }

    private static String name(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
