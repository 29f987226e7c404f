package dev.convergence.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what, by class of operation: the rules of {@code src/docs/access.md}, written down before anything was
 * asked. Users are the demo users, named after their role; {@link #VISITOR} has signed in and is in no group.
 */
enum AccessRule {
    /** Campaigns, stalls, absences, reports, and how processes stand. */
    READS(members()),
    /** One's own calendar token, also for whoever has lost their groups. */
    OWN_TOKEN(members(), "visitor"),
    /** What the application says of its own address and version; nothing about any campaign. */
    DESCRIPTION(members(), "visitor"),
    PROPOSES(teams(), "campaign-manager sponsor"),
    STARTS_CAMPAIGNS("campaign-manager admin"),
    STEERS("campaign-manager sponsor admin"),
    SEES_TO_STALLS("campaign-manager sponsor manager admin"),
    STATES_FACTS("marketing campaign-manager sponsor admin"),
    /** The accountable group of the gate "Product is ready". */
    DECIDES("marketing"),
    /** The teams responsible for the marketing track. */
    SHARES_DRAFTS("marketing creative"),
    DELIVERS_READINGS("analytics marketing campaign-manager admin"),
    /** The owner of the source, and who is responsible for releasing sources. */
    RELEASES_SOURCES("analytics sales"),
    SETS_BOUNDS("campaign-manager"),
    SWITCHES_AUTOMATION("marketing analytics campaign-manager"),
    REVERSES_ACTIONS("marketing campaign-manager"),
    RECORDS_ABSENCES_OF_OTHERS("manager admin"),
    /** Metrics, jobs and their errors; letting a job be tried again. */
    OPERATES("operator admin"),
    /** The task is one of sales, and an administrator may do so too. */
    WORKS_ON_THE_TASK("sales admin"),
    /** Nobody has claimed the task, so there is nothing of one's own to give back. */
    ASSIGNS_TASKS("admin"),
    DEPLOYS("process-owner admin"),
    ADMINISTERS("admin"),
    /** What sets the state of an instance past its model, whoever asks for it. */
    NOBODY("");

    static final String VISITOR = "visitor";
    static final List<String> USERS = Stream.concat(
                    words(teams()),
                    Stream.of("campaign-manager", "sponsor", "manager", "process-owner", "operator", "admin", VISITOR))
            .toList();

    private final Set<String> permitted;

    AccessRule(String... permitted) {
        this.permitted =
                Arrays.stream(permitted).flatMap(AccessRule::words).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean permits(String user) {
        return permitted.contains(user);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isBlank());
    }

    private static String teams() {
        return "product marketing creative sales analytics legal support";
    }

    private static String members() {
        return teams() + " campaign-manager sponsor manager process-owner operator admin";
    }
}
