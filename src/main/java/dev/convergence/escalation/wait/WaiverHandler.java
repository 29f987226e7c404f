package dev.convergence.escalation.wait;

import java.util.Map;

/** How a block ends its wait when a manager waives it. */
public interface WaiverHandler {

    StallKind kind();

    /** The variables with which the waiting task is completed. */
    Map<String, Object> answer(String rationale);
}
