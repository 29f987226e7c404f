package dev.convergence.problem;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for what a caller did wrong, and all there is to say about a fault of ours. */
final class EngineAnswerLogger {

    private static final Logger LOG = LoggerFactory.getLogger(EngineAnswerLogger.class);
    private static final int LONGEST = 300;

    private EngineAnswerLogger() {}

    static void answered(Status status, UriInfo address, Throwable thrown) {
        if (status == Status.INTERNAL_SERVER_ERROR) {
            LOG.error("{} failed", line(address.getPath()), thrown);
        } else if (status == Status.BAD_REQUEST || status == Status.CONFLICT) {
            LOG.info("{} {}: {}", status.getStatusCode(), line(address.getPath()), line(thrown.getMessage()));
        }
    }

    private static String line(String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
