package dev.convergence.adaptive.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.convergence.adaptive.rule.ThresholdReader;
import dev.convergence.adaptive.source.state.SourceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Decisions are deployed while a campaign is live; the next reading obeys them. */
class DeployedRulesTest extends ReadingSurface {

    private static final String RULES = "adaptation-rules.dmn";
    private static final String QUALITY = "reading-quality.dmn";
    private static final String SOURCES = "reading-sources.dmn";

    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void removeDecisions() {
        deployed.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
        moveTheStamp();
    }

    /** A deployment that was taken away is noticed after half a minute; other tests do not wait for that. */
    private void moveTheStamp() {
        jdbc.update("update cc_decision_stamp set stamp = stamp + 1");
    }

    @Test
    void theNextReadingObeysARuleThatWasDeployedMeanwhile(@Autowired ThresholdReader thresholdReader)
            throws IOException {
        String key = live();
        deliver(key, reading("a", 0.25));
        later(key, "b");
        assertThat(fired(key)).isEmpty();

        deploy(
                RULES,
                shipped(RULES)
                        .replace("<text>0.15</text>", "<text>0.3</text>")
                        .replace("<text>0.2</text>", "<text>0.4</text>"));
        later(key, "c");

        assertThat(fired(key)).hasSize(3);
        assertThat(thresholdReader.of(campaigns.find(key).orElseThrow(), "open-rate", "email"))
                .extracting(
                        ThresholdReader.Threshold::rule,
                        threshold -> threshold.threshold().toPlainString())
                .containsOnlyOnce(tuple("email-open-rate-budget", "0.3"));
    }

    @Test
    void aCampaignHasAThresholdOfItsOwnByARowWithItsKey() throws IOException {
        String own = live();
        String other = live();
        String rule = shipped(RULES).replaceAll("(?s).*(<rule id=\"rule_emailOpenRateBudget\">.*?</rule>).*", "$1");
        String row = rule.replace("rule_emailOpenRateBudget", "rule_own")
                .replaceFirst("(rule_own_campaign\">\\s*<text>)", "$1\"" + own + "\"")
                .replace("<text>0.15</text>", "<text>0.3</text>")
                .replace("<text>0.2</text>", "<text>0.4</text>");
        deploy(RULES, shipped(RULES).replaceFirst("<rule ", Matcher.quoteReplacement(row) + "\n      <rule "));

        for (String key : List.of(own, other)) {
            deliver(key, reading("a", 0.25));
        }
        tick();
        for (String key : List.of(own, other)) {
            deliver(key, reading("b", 0.25));
        }

        assertThat(fired(own)).containsExactly("email-open-rate-budget");
        assertThat(fired(other)).isEmpty();
    }

    @Test
    void theNextReadingObeysLimitsAndSourcesThatWereDeployedMeanwhile(@Autowired SourceCatalog sourceCatalog)
            throws IOException {
        String key = live();
        assertThat(verdicts(deliver(key, reading("a", 1.5)))).containsExactly("REJECTED");
        assertThat(verdicts(deliver(key, reading("b", "fax", "open-rate", "email", 0.3, now()))))
                .containsExactly("REJECTED");

        deploy(QUALITY, shipped(QUALITY).replace("<text>1</text>", "<text>2</text>"));
        deploy(SOURCES, shipped(SOURCES).replace("\"social\"", "\"fax\""));
        tick();

        assertThat(verdicts(deliver(key, reading("c", 1.5)))).containsExactly("APPLIED");
        assertThat(verdicts(deliver(key, reading("d", "fax", "open-rate", "email", 0.3, now()))))
                .containsExactly("APPLIED");
        assertThat(sourceCatalog.find("social")).isEmpty();
        assertThat(sourceCatalog.all()).extracting(SourceCatalog.Source::id).contains("fax", "email");
    }

    private static String shipped(String decision) throws IOException {
        return Files.readString(Path.of("bpmn/decisions", decision));
    }

    private void deploy(String file, String content) {
        deployed.add(engine.getRepositoryService()
                .createDeployment()
                .addString(file, content)
                .deploy()
                .getId());
    }

    private void later(String key, String id) {
        moveTo(now().plus(Duration.ofMinutes(1)));
        deliver(key, reading(id, 0.25));
    }
}
