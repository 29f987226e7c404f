package dev.convergence.campaign.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** A launch as its file tells it: dates are texts, for what people wrote down need not be one. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LaunchDocument(String name, String source, List<Line> plan, List<Change> moves) {

    LaunchDocument {
        plan = plan == null ? List.of() : plan;
        moves = moves == null ? List.of() : moves;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(String what, String group, String date) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Change(String on, String what, String from, String to) {}
}
