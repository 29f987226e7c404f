package dev.convergence.model;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.LoopCardinality;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What can be said of a process that would not come to an end without running it. */
public final class EndlessProcessDetector {

    /** Instances of one step at the same time, and one after the other. */
    public static final int MOST_INSTANCES = 1000;

    private static final int SHOWN = 5;
    private static final Pattern NUMBER = Pattern.compile("\\s*(?:[$#]\\{)?\\s*(\\d+)\\s*}?\\s*");

    private final String file;
    private final BpmnModelInstance model;
    private final Instant now;

    private EndlessProcessDetector(String file, BpmnModelInstance model, Instant now) {
        this.file = file;
        this.model = model;
        this.now = now;
    }

    /**
     * All that is wrong.
     *
     * @throws org.camunda.bpm.model.xml.ModelException where it is no BPMN
     */
    public static List<Finding> in(String file, InputStream content, Instant now) {
        EndlessProcessDetector processes = new EndlessProcessDetector(file, Bpmn.readModelFromStream(content), now);
        return Stream.of(processes.circles(), processes.loops(), processes.timers())
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Finding> circles() {
        List<String> steps = AutomaticCycleDetector.in(model);
        if (steps.isEmpty()) {
            return Stream.empty();
        }
        String shown = String.join(", ", steps.subList(0, Math.min(SHOWN, steps.size())));
        return Stream.of(new Finding(
                file,
                steps.get(0),
                "is on a circle of steps without a pause (" + shown
                        + "): let one of them wait, or continue asynchronously (asyncBefore)"));
    }

    private Stream<Finding> loops() {
        return model.getModelElementsByType(LoopCardinality.class).stream()
                .filter(loop -> isTooMany(loop.getTextContent()))
                .map(loop -> finding(loop, "runs more than " + MOST_INSTANCES + " times"));
    }

    private static boolean isTooMany(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.matches() && (number.group(1).length() > 9 || Integer.parseInt(number.group(1)) > MOST_INSTANCES);
    }

    private Stream<Finding> timers() {
        return model.getModelElementsByType(TimeCycle.class).stream()
                .flatMap(timer ->
                        CycleBounds.faultOf(timer.getTextContent().strip(), now)
                                .map(fault -> finding(timer, fault))
                                .stream());
    }

    private Finding finding(ModelElementInstance part, String reason) {
        ModelElementInstance around = part;
        while (around != null && !(around instanceof BaseElement element && element.getId() != null)) {
            around = around.getParentElement();
        }
        return new Finding(file, around == null ? file : ((BaseElement) around).getId(), reason);
    }
}
