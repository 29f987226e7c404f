package dev.convergence.absence;

import dev.convergence.engine.identity.TemporaryMembershipKeeper;
import dev.convergence.people.GroupCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The groups that substitutes are members of for as long as they stand in, so that whatever a group may see and do they
 * may too. What is given for an absence is recorded, and what is recorded is taken back; a membership that a substitute
 * has of their own is neither.
 */
@Component
class TemporaryMembershipService implements TemporaryMembershipKeeper {

    /** Who administers, or deploys, was chosen for that in person. */
    private static final Set<String> PERSONAL =
            Set.of(GroupCatalog.ADMINISTRATORS, GroupCatalog.PROCESS_OWNERS, GroupCatalog.SUBSTITUTES);

    /** A group that a substitute is a member of because somebody else is away. */
    private record Loan(String substitute, String group, String absent) {

        Loan onlyMembership() {
            return new Loan(substitute, group, "");
        }
    }

    private final JdbcClient jdbc;
    private final IdentityService identity;
    private final ThreadLocal<Boolean> following = ThreadLocal.withInitial(() -> false);

    TemporaryMembershipService(JdbcClient jdbc, IdentityService identity) {
        this.jdbc = jdbc;
        this.identity = identity;
    }

    boolean isKnown(String user) {
        return identity.createUserQuery().userId(user).count() > 0;
    }

    Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    /** Brings the memberships to what they must be with these absences. */
    void follow(SubstituteIndex substituteIndex) {
        Set<Loan> present = present();
        Set<Loan> wanted = wanted(substituteIndex, present);
        without(present, wanted).forEach(this::forget);
        without(wanted, present).forEach(this::remember);
        following.set(true);
        try {
            without(memberships(present), memberships(wanted))
                    .forEach(loan -> identity.deleteMembership(loan.substitute(), loan.group()));
        } finally {
            following.remove();
        }
        without(memberships(wanted), memberships(present)).forEach(this::join);
    }

    @Override
    public boolean isGivingBack() {
        return following.get();
    }

    /** Forgets all that a user has lent or borrowed. */
    void forgetUser(String user) {
        jdbc.sql("delete from cc_substitution where substitute = ? or absent_user = ?")
                .params(user, user)
                .update();
    }

    void forgetGroup(String group) {
        jdbc.sql("delete from cc_substitution where group_id = ?").param(group).update();
    }

    @Override
    public boolean keep(String user, String group) {
        return jdbc.sql("delete from cc_substitution where substitute = ? and group_id = ?")
                        .params(user, group)
                        .update()
                > 0;
    }

    @Override
    public Set<String> borrowersOf(String group) {
        return jdbc.sql("select distinct substitute from cc_substitution where group_id = ?")
                .param(group)
                .query(String.class)
                .set();
    }

    /** For whom a user is a member of each group that they have for a while only. */
    Map<String, String> borrowedBy(String user) {
        Map<String, String> borrowed = new HashMap<>();
        jdbc.sql("select group_id, absent_user from cc_substitution where substitute = ? order by absent_user")
                .param(user)
                .query(row -> {
                    borrowed.putIfAbsent(row.getString(1), row.getString(2));
                });
        return borrowed;
    }

    private Set<Loan> present() {
        return new LinkedHashSet<>(jdbc.sql("select substitute, group_id, absent_user from cc_substitution")
                .query((row, number) -> new Loan(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    private Set<Loan> wanted(SubstituteIndex substituteIndex, Set<Loan> present) {
        Map<String, Set<String>> own = new HashMap<>();
        Set<Loan> wanted = new LinkedHashSet<>();
        for (String absent : substituteIndex.absent()) {
            substituteIndex.of(absent).filter(this::isKnown).ifPresent(substitute -> {
                Set<String> missing = new HashSet<>(own.computeIfAbsent(absent, user -> own(user, present)));
                missing.removeAll(PERSONAL);
                missing.removeAll(own.computeIfAbsent(substitute, user -> own(user, present)));
                missing.add(GroupCatalog.SUBSTITUTES);
                missing.forEach(group -> wanted.add(new Loan(substitute, group, absent)));
            });
        }
        return wanted;
    }

    private Set<String> own(String user, Set<Loan> present) {
        Set<String> own = groupsOf(user);
        present.stream().filter(loan -> loan.substitute().equals(user)).forEach(loan -> own.remove(loan.group()));
        return own;
    }

    private void join(Loan loan) {
        if (!groupsOf(loan.substitute()).contains(loan.group())) {
            identity.createMembership(loan.substitute(), loan.group());
        }
    }

    private void remember(Loan loan) {
        jdbc.sql("insert into cc_substitution (substitute, group_id, absent_user) values (?, ?, ?)")
                .params(loan.substitute(), loan.group(), loan.absent())
                .update();
    }

    private void forget(Loan loan) {
        jdbc.sql("delete from cc_substitution where substitute = ? and group_id = ? and absent_user = ?")
                .params(loan.substitute(), loan.group(), loan.absent())
                .update();
    }

    /** Who stands in for two people of one group is a member of it once. */
    private static Set<Loan> memberships(Set<Loan> loans) {
        return loans.stream().map(Loan::onlyMembership).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Loan> without(Collection<Loan> loans, Set<Loan> others) {
        List<Loan> rest = new ArrayList<>(loans);
        rest.removeAll(others);
        return rest;
    }
}
