package dev.convergence.responsibility;

import dev.convergence.model.ProcessSource;
import java.util.List;

/** Finds in a process what the matrix will be asked for. */
public interface HumanStepReader {

    /**
     * A question to the matrix.
     *
     * @param element the element that asks
     * @param task the task, gate or handoff that it asks for
     */
    record Step(String element, String task) {}

    List<Step> in(ProcessSource process);
}
