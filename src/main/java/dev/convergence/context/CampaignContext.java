package dev.convergence.context;

import dev.convergence.engine.variable.PlainVariableMapper;
import dev.convergence.engine.variable.ProcessVariable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * What every block of a campaign may ask about it. The facts stand once, on the campaign's own instance; they are not
 * copied into each block, which would cost three statements per variable and block.
 *
 * @param instanceId the campaign's process instance
 * @param key the campaign key, its business key
 */
public record CampaignContext(String instanceId, String key, Map<String, Object> values) {

    public static final ProcessVariable<String> NAME = ProcessVariable.text("campaignName");
    public static final ProcessVariable<String> TYPE = ProcessVariable.text("campaignType");
    public static final ProcessVariable<String> PRIORITY = ProcessVariable.text("priority");
    public static final ProcessVariable<String> PATTERN = ProcessVariable.text("pattern");
    public static final ProcessVariable<String> PLAN = ProcessVariable.text("plan");
    /** Set once an approval was given on conditions. */
    public static final ProcessVariable<Boolean> CONDITIONS_SET = ProcessVariable.flag("conditionsSet");

    /** Of a track: which one it is; the matrix knows it by this name. */
    public static final ProcessVariable<String> TRACK_ID = ProcessVariable.text("trackId");

    /** What policies ask of a campaign. */
    public static final Set<String> POLICY_FACTS = Set.of(PRIORITY.name(), PATTERN.name());

    /** Ends the id of every process that draws a pattern; the pattern's name comes before it. */
    public static final String PATTERN_SUFFIX = "-convergence";

    private static final String REHEARSAL = "rehearsal";

    public String name() {
        return NAME.find(values).orElse(key);
    }

    public String priority() {
        return PRIORITY.find(values).orElse("normal");
    }

    /** Whether it is run to try the process, in seconds and around the clock. */
    public boolean isRehearsal() {
        return REHEARSAL.equals(priority());
    }

    public Optional<String> pattern() {
        return PATTERN.find(values);
    }

    /** The campaign's plan as JSON text. */
    public Optional<String> plan() {
        return Optional.ofNullable(values.get(PLAN.name())).map(Object::toString);
    }

    /** Whether any approval was given on conditions so far. */
    public boolean conditionsSet() {
        return CONDITIONS_SET.find(values).orElse(false);
    }

    /** Reads a campaign's facts from the instance that carries them. */
    @Component
    public static class Reader {

        private static final List<String> NAMES =
                List.of(NAME.name(), TYPE.name(), PRIORITY.name(), PATTERN.name(), PLAN.name(), CONDITIONS_SET.name());

        private final RuntimeService runtime;

        Reader(RuntimeService runtime) {
            this.runtime = runtime;
        }

        public CampaignContext of(DelegateExecution execution) {
            return of(((ProcessInstance) execution).getRootProcessInstanceId(), execution.getProcessBusinessKey());
        }

        public CampaignContext of(String campaignInstanceId, String key) {
            return new CampaignContext(
                    campaignInstanceId,
                    key,
                    PlainVariableMapper.of(runtime.getVariablesTyped(campaignInstanceId, NAMES, false)));
        }

        /** All that is recorded of a campaign, or of one of its blocks, JSON as text. */
        public Map<String, Object> facts(String processInstanceId) {
            return PlainVariableMapper.of(runtime.getVariablesTyped(processInstanceId, false));
        }
    }
}
