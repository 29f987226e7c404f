package dev.convergence.campaign.planning;

import dev.convergence.context.CampaignContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans of many campaigns as JSON text: one statement. The engine would ask for the text of each. */
@Component
class PlanTexts {

    private final JdbcClient jdbc;

    PlanTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the campaign's process instance. */
    Map<String, String> of(Collection<String> campaignInstances) {
        if (campaignInstances.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select plan.proc_inst_id_, text.bytes_ from act_hi_varinst plan
                        join act_ge_bytearray text on text.id_ = plan.bytearray_id_
                        where plan.name_ = :name and plan.proc_inst_id_ in (:campaigns)""")
                .param("name", CampaignContext.PLAN.name())
                .param("campaigns", campaignInstances)
                .query((row, number) -> Map.entry(row.getString(1), text(row.getBytes(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String text(byte[] stored) {
        return new String(stored, StandardCharsets.UTF_8);
    }
}
