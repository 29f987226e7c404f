package dev.convergence.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.OnPostgres;
import dev.convergence.StillApplication;
import dev.convergence.benchmark.StatementLog;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** How many SQL statements a page of campaigns costs: as many for twenty of them as for five. */
@OnPostgres
@Import(StatementLog.OfApplication.class)
@DirtiesContext
class CampaignPageCostTest extends StillApplication {

    private static final int MOST_STATEMENTS = 30;
    private static final int FEW = 5;
    private static final int MANY = 20;

    @Autowired
    private CampaignReader reader;

    @Autowired
    private SystemAuthority system;

    @Autowired
    private StatementLog log;

    private String newest;

    @Test
    void ofCampaignsWithOpenMilestonesAndStalls() {
        for (int campaign = 0; campaign < MANY; campaign++) {
            converging();
        }
        stall(newest);
        statements(MANY);

        List<String> few = statements(FEW);
        List<String> many = statements(MANY);

        assertThat(StatementLog.byKind(many)).isEqualTo(StatementLog.byKind(few));
        assertThat(few).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
    }

    private void converging() {
        newest = newKey();
        startCampaign(newest, Map.of("pattern", "parallel"));
        complete(newest, "userTask_writeBrief", Map.of());
        settle(newest);
    }

    private void stall(String key) {
        Task milestone = tasks(key).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("userTask_reachMilestone"))
                .findFirst()
                .orElseThrow();
        climb(milestone, 2);
    }

    private List<String> statements(int max) {
        List<Page<CampaignView>> pages = new ArrayList<>();
        List<String> statements = log.of(() -> pages.add(system.call(() -> reader.page(new PageRequest(0, max)))));
        assertThat(pages.get(0).total()).isGreaterThanOrEqualTo(MANY);
        assertThat(pages.get(0).items())
                .hasSize(max)
                .allSatisfy(campaign -> assertThat(campaign.milestones())
                        .isNotEmpty()
                        .anySatisfy(
                                milestone -> assertThat(milestone.waitingFor()).isNotEmpty()))
                .anySatisfy(campaign -> assertThat(campaign.stalls()).isNotEmpty());
        return statements;
    }
}
