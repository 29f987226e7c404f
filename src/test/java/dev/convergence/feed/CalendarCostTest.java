package dev.convergence.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.benchmark.StatementLog;
import dev.convergence.people.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** How many SQL statements a reading costs, however many campaigns there are. */
@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:calendar-cost;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE")
@Import(StatementLog.OfApplication.class)
@DirtiesContext
class CalendarCostTest extends CalendarTest {

    private static final int STATEMENTS = 12;
    private static final CurrentUser READER = new CurrentUser("sales", Set.of("sales"));

    @Autowired
    private CalendarFeedService feed;

    @Autowired
    private StatementLog log;

    @Test
    void isTheSameForOneCampaignAndForMany() {
        several();
        List<String> one = reading();
        for (int round = 0; round < 4; round++) {
            several();
        }

        List<String> many = reading();

        assertThat(StatementLog.byKind(many)).isEqualTo(StatementLog.byKind(one));
        assertThat(many).hasSizeLessThanOrEqualTo(STATEMENTS);
        assertThat(many).allMatch(statement -> statement.trim().toLowerCase().startsWith("select"));
    }

    /** Of an unchanged calendar. */
    private List<String> reading() {
        feed.of(READER);
        return log.of(() -> feed.of(READER));
    }

    /** Campaigns on their way to a gate, one at the gate, with a milestone and syncs. */
    private void several() {
        for (int number = 0; number < 3; number++) {
            String other = UUID.randomUUID().toString();
            create(other);
        }
        String reviewed = UUID.randomUUID().toString();
        create(reviewed);
        walkTo(reviewed, "product-ready");
        beside(reviewed);
    }

    private void beside(String campaign) {
        startMilestone(campaign, "beta", Instant.parse("2041-03-21T16:00:00Z"));
        startSyncs(campaign, Instant.parse("2041-03-11T09:00:00Z"));
    }
}
