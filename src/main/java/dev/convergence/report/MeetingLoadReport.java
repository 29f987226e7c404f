package dev.convergence.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What syncs cost. Rehearsals are left out, as is what the end of a campaign cut short.
 *
 * @param from the first day of which syncs count, in the office; null for all
 * @param to the last day of which syncs count; null for all
 * @param cut whether there was more than is counted here: then the latest count
 * @param campaigns by their keys, in alphabetical order
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MeetingLoadReport(
        LocalDate from, LocalDate to, Instant measuredAt, boolean cut, Load total, List<OfCampaign> campaigns) {

    /** The syncs of one campaign, of all kinds. */
    record OfCampaign(String campaign, String name, @JsonUnwrapped Load load) {}

    /**
     * The figures.
     *
     * @param held how many were recorded in the period
     * @param skipped how many were skipped in the period
     * @param minutes how long those that were held took, all together
     * @param personHours minutes times people, in hours, to the hundredth
     * @param openSince since when the oldest waits that is open now; null where none is
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Load(int held, int skipped, long minutes, double personHours, Instant openSince) {}
}
