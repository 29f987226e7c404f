package dev.convergence.engine.failure;

import java.util.Arrays;
import java.util.List;

/** Tells what was thrown while a model ran from what was thrown while the engine looked at what it was asked for. */
public final class ModelExecutionDetector {

    private static final List<String> RUNNING = List.of(
            "org.camunda.bpm.engine.impl.pvm.",
            "org.camunda.bpm.engine.impl.bpmn.behavior.",
            "org.camunda.bpm.engine.impl.delegate.",
            "org.camunda.bpm.engine.impl.jobexecutor.");

    private ModelExecutionDetector() {}

    public static boolean raised(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .anyMatch(type -> RUNNING.stream().anyMatch(type::startsWith));
    }
}
