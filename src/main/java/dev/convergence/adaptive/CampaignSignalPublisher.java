package dev.convergence.adaptive;

import dev.convergence.engine.identity.SystemAuthority;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells a campaign what its readings have set off, once they are committed. Readings do not wait for the engine, and
 * the engine's locks do not undo them: the word is a job of the engine, written in the transaction of the readings. All
 * that one transaction has to tell a campaign is one job: several would meet at the campaign's process instance, where
 * one of them wins and the others wait to be tried again.
 */
@Component
public class CampaignSignalPublisher {

    /** So that the lines of a job fit into a variable. */
    private static final int MOST_AT_ONCE = 25;

    private final RuntimeService runtime;
    private final SystemAuthority system;

    CampaignSignalPublisher(RuntimeService runtime, SystemAuthority system) {
        this.runtime = runtime;
        this.system = system;
    }

    /**
     * Within a transaction: the message comes to the campaign after it.
     *
     * @param message one of those named in {@link AdaptiveProcess}
     * @param subject what it is about: the id of an action or of a source
     */
    public void tell(String campaign, String message, String subject) {
        gathered().add(campaign, message + " " + subject);
    }

    private Gathered gathered() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Gathered.class::isInstance)
                .map(Gathered.class::cast)
                .filter(known -> known.isOf(this))
                .findFirst()
                .orElseGet(this::begin);
    }

    private Gathered begin() {
        Gathered gathered = new Gathered();
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private void write(String campaign, Set<String> lines) {
        system.run(() -> runtime.startProcessInstanceByKey(
                FollowUpProcess.KEY, campaign, Map.of(FollowUpProcess.FOLLOW_UPS.name(), String.join("\n", lines))));
    }

    /** What a transaction has to tell, by campaign; written at its end, in it. */
    private final class Gathered implements TransactionSynchronization {

        private final Map<String, Set<String>> told = new LinkedHashMap<>();

        private boolean isOf(CampaignSignalPublisher whose) {
            return whose == CampaignSignalPublisher.this;
        }

        private void add(String campaign, String line) {
            Set<String> lines = told.computeIfAbsent(campaign, any -> new LinkedHashSet<>());
            lines.add(line);
            if (lines.size() == MOST_AT_ONCE) {
                write(campaign, lines);
                told.remove(campaign);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            told.forEach(CampaignSignalPublisher.this::write);
        }
    }
}
