package dev.convergence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convergence.StillApplication;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the embedded database, whose dialect the cleanup has to speak as well. */
class OwnTableCatalogTest extends StillApplication {

    private static final String LIKE_OURS = "lower(table_name) like 'cc\\_%' escape '\\'";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RetentionStep step;

    /** What the step began concerns what other tests have left here. */
    @AfterEach
    void stopBatches() {
        engine.getManagementService().createBatchQuery().list().forEach(batch -> engine.getManagementService()
                .deleteBatch(batch.getId(), true));
    }

    @Test
    void haveEachARuleByWhichTheyShrink() {
        assertThat(OwnTableCatalog.ALL)
                .extracting(OwnTable::name)
                .as("a new table needs a line in OwnTables")
                .containsExactlyInAnyOrderElementsOf(
                        jdbc.sql("select lower(table_name) from information_schema.tables where " + LIKE_OURS)
                                .query(String.class)
                                .list());
    }

    @Test
    void goWithTheCampaignWhoseKeyTheyHave() {
        List<String> withKey = jdbc.sql(
                        "select lower(table_name) from information_schema.columns where lower(column_name) = 'campaign_key'"
                                + " and lower(table_name) <> 'cc_campaign_record' and " + LIKE_OURS)
                .query(String.class)
                .list();

        assertThat(OwnTableCatalog.withCampaign())
                .extracting(OwnTable::name)
                .containsExactlyInAnyOrderElementsOf(withKey);
    }

    @Test
    void shrinkOnTheEmbeddedDatabaseToo() {
        String key = newKey();
        jdbc.sql("insert into cc_campaign_key (campaign_key, process_instance_id) values (?, ?)")
                .params(key, "gone " + key)
                .update();
        jdbc.sql("insert into cc_budget (campaign_key, channel, amount) values (?, 'email', 1)")
                .param(key)
                .update();

        step.cleanUp();

        assertThat(jdbc.sql("select count(*) from cc_campaign_key where campaign_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from cc_budget where campaign_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
