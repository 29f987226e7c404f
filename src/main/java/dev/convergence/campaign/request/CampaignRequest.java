package dev.convergence.campaign.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.convergence.problem.NotPast;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What somebody asks for who starts a campaign.
 *
 * @param key letters, digits, dot, hyphen and underscore; unique among all campaigns, ended ones included
 * @param priority {@code normal} where nothing is said; {@code rehearsal} runs its gates in seconds, around the clock
 * @param pattern the pattern of convergence; left out where the checklist chooses it
 * @param budget what each channel may spend
 * @param elements what of a pattern is switched on or off; null where all is as the pattern has it
 * @param plannedEnd until when an adaptive campaign takes readings; null where its plan or live-period says so
 * @param sources where the readings of an adaptive campaign are expected from; null for those that are named as a
 *     channel of it
 */
public record CampaignRequest(
        @NotBlank
                @Size(max = 100)
                @Pattern(
                        regexp = "[A-Za-z0-9._-]+",
                        message = "must consist of letters, digits, dots, hyphens and underscores")
                String key,
        @NotBlank @Size(max = 255) String name,
        @NotBlank
                @Pattern(
                        regexp = "product-launch|annual-event|always-on",
                        message = "must be product-launch, annual-event or always-on")
                String type,
        @Pattern(regexp = "normal|high|rehearsal", message = "must be normal, high or rehearsal") String priority,
        @Pattern(regexp = "sequential|parallel|adaptive", message = "must be sequential, parallel or adaptive")
                String pattern,
        @Valid Checklist checklist,
        @NotPast Instant plannedLaunch,
        @Valid @Size(max = 500) List<@NotNull @Valid PlannedDate> plan,
        @Valid @Size(max = 200) List<@NotNull @Valid Touchpoint> touchpoints,
        @Size(max = 100)
                Map<
                                @NotBlank @Size(max = 64) String,
                                @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 2) BigDecimal>
                        budget,
        Elements elements,
        @NotPast Instant plannedEnd,
        @Size(max = 50) List<@NotBlank @Size(max = 64) String> sources) {

    public CampaignRequest {
        priority = priority == null ? "normal" : priority;
        plan = plan == null ? List.of() : plan;
        touchpoints = touchpoints == null ? List.of() : touchpoints;
        budget = budget == null ? Map.of() : budget;
    }

    public CampaignRequest withPattern(String chosen) {
        return new CampaignRequest(
                key,
                name,
                type,
                priority,
                chosen,
                checklist,
                plannedLaunch,
                plan,
                touchpoints,
                budget,
                elements,
                plannedEnd,
                sources);
    }

    /**
     * What of a pattern a campaign switches on, one by one; what is left out is as its pattern has it. The brief may
     * still change it.
     */
    public record Elements(Boolean sharedMilestones, Boolean weeklySync) {}

    /** The four questions from which a pattern is recommended. */
    public record Checklist(
            @NotBlank @Pattern(regexp = "low|medium|high", message = "must be low, medium or high") String complexity,
            @NotBlank @Pattern(regexp = "low|medium|high", message = "must be low, medium or high") String teamMaturity,
            @NotBlank @Pattern(regexp = "weak|strong", message = "must be weak or strong") String dataInfrastructure,
            @NotBlank @Pattern(regexp = "low|medium|high", message = "must be low, medium or high") String speed) {}

    /**
     * A planned date. One whose id names a stage or gate of the pattern sets that one's date; the others are
     * deliverables.
     *
     * @param dependsOn ids of entries that must be finished before
     */
    public record PlannedDate(
            @NotBlank @Size(max = 64) String id,
            @Size(max = 255) String what,
            @Size(max = 64) String group,
            @NotNull @NotPast LocalDate due,
            List<String> dependsOn) {}

    /**
     * One place where the campaign speaks to its public. What two of them say of the same subject must agree.
     *
     * @param goLive the day on which it goes live; a date where it depends on something
     * @param id what others know it by; its channel where nothing is said, numbered where that is taken
     * @param subject what the offer is about; empty for the campaign itself
     * @param validFrom the first day of the offer
     * @param validUntil the last day of the offer
     * @param claims what else it states, by name
     * @param dependsOn ids of the plan's entries that must be done before it goes live
     */
    public record Touchpoint(
            @NotBlank @Size(max = 64) String channel,
            @Size(max = 1000) String message,
            @Size(max = 1000) String offer,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Size(max = 64) String goLive,
            @Pattern(
                            regexp = "[A-Za-z0-9._-]{1,64}",
                            message = "must consist of at most 64 letters, digits, dots, hyphens and underscores")
                    String id,
            @Size(max = 100) String subject,
            @Valid Price price,
            LocalDate validFrom,
            LocalDate validUntil,
            @Size(max = 50) Map<@NotBlank @Size(max = 64) String, @Size(max = 1000) String> claims,
            @Size(max = 50) List<@NotBlank String> dependsOn) {}

    /** @param currency by ISO 4217 */
    public record Price(
            @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal amount,
            @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be a code of ISO 4217 such as EUR")
                    String currency) {}
}
