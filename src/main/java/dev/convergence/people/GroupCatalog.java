package dev.convergence.people;

import java.util.List;
import java.util.stream.Stream;

/** The groups that people belong to, by their ids. */
public final class GroupCatalog {

    public static final String PRODUCT = "product";
    public static final String MARKETING = "marketing";
    public static final String CREATIVE = "creative";
    public static final String SALES = "sales";
    public static final String ANALYTICS = "analytics";
    public static final String LEGAL = "legal";
    public static final String SUPPORT = "support";

    /** Plan, start and steer campaigns. */
    public static final String CAMPAIGN_MANAGERS = "campaign-managers";

    /** The last rung of the escalation ladder. */
    public static final String SPONSORS = "sponsors";

    /** Watch every campaign in Cockpit. */
    public static final String MANAGERS = "managers";

    /** See to jobs that failed and to the application's metrics; decide nothing. */
    public static final String OPERATORS = "operators";

    /** Deploy models. */
    public static final String PROCESS_OWNERS = "process-owners";

    /**
     * Those who stand in for somebody at this moment. Grants nothing; the application alone puts people in and takes them
     * out, so that who completes a task is known to do it for somebody else without asking the database.
     */
    public static final String SUBSTITUTES = "substitutes";

    public static final String ADMINISTRATORS = "camunda-admin";

    /** The teams that gates and handoffs are addressed to. */
    public static final List<String> TEAMS = List.of(PRODUCT, MARKETING, CREATIVE, SALES, ANALYTICS, LEGAL, SUPPORT);

    /** Every group that the application brings. */
    public static final List<String> ALL = Stream.concat(
                    TEAMS.stream(),
                    Stream.of(CAMPAIGN_MANAGERS, SPONSORS, MANAGERS, PROCESS_OWNERS, OPERATORS, ADMINISTRATORS))
            .toList();

    private GroupCatalog() {}
}
