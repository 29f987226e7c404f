package dev.convergence.adaptive.action;

import dev.convergence.adaptive.action.ledger.BudgetRepository;
import dev.convergence.adaptive.action.ledger.ChannelBudget;
import dev.convergence.adaptive.action.limit.Bounds;
import dev.convergence.adaptive.action.limit.BoundsTermsValidator;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a live adaptive campaign may do by itself, and what its channels have. Everyone reads. */
@RestController
@RequestMapping("/api/campaigns/{key}")
class SteeringController {

    private static final String HUNDRED = "100";

    private final AutomationSettings automationSettings;
    private final SteeringAccess steeringAccess;
    private final BudgetRepository budgets;
    private final SystemAuthority system;
    private final WorkingCalendarRegistry calendars;

    SteeringController(
            AutomationSettings automationSettings,
            SteeringAccess steeringAccess,
            BudgetRepository budgets,
            SystemAuthority system,
            WorkingCalendarRegistry calendars) {
        this.automationSettings = automationSettings;
        this.steeringAccess = steeringAccess;
        this.budgets = budgets;
        this.system = system;
        this.calendars = calendars;
    }

    /**
     * New bounds.
     *
     * @param kinds the ids of the kinds of action that are automatic; none to have each approved
     * @param approvalWithin working time, such as P1D or PT4H
     * @param calendar whose working time that is; left out to keep it as it is
     */
    record NewBounds(
            @NotNull @PositiveOrZero @DecimalMax(HUNDRED) @Digits(integer = 3, fraction = 4) BigDecimal mostPercent,
            @NotNull @PositiveOrZero @DecimalMax(HUNDRED) @Digits(integer = 3, fraction = 4) BigDecimal dailyPercent,
            @NotNull @PositiveOrZero @DecimalMax(HUNDRED) @Digits(integer = 3, fraction = 4) BigDecimal floorPercent,
            @NotNull Set<@NotBlank String> kinds,
            @NotBlank @Size(max = 32) String approvalWithin,
            @Size(max = 64) String calendar,
            @NotBlank @Size(max = 500) String reason) {}

    record Switched(@NotNull Boolean automatic, @NotBlank @Size(max = 500) String reason) {}

    /** Shows what is approved beforehand. */
    @GetMapping("/bounds")
    Bounds bounds(@PathVariable String key) {
        return automationSettings.bounds(key);
    }

    /** Changes what is approved beforehand, by the accountable group alone. */
    @PutMapping("/bounds")
    Bounds changeBounds(@PathVariable String key, @Valid @RequestBody NewBounds wanted, CurrentUser user) {
        return system.call(() -> {
            String by = steeringAccess.requireAccountable(user, SteeringAccess.SET_BOUNDS);
            refuse("kinds", BoundsTermsValidator.faultOfKinds(wanted.kinds()));
            refuse("approvalWithin", BoundsTermsValidator.faultOfTime(wanted.approvalWithin()));
            refuse("calendar", BoundsTermsValidator.faultOfCalendar(wanted.calendar(), calendars));
            Bounds bounds = new Bounds(
                    wanted.mostPercent(),
                    wanted.dailyPercent(),
                    wanted.floorPercent(),
                    wanted.kinds(),
                    wanted.approvalWithin(),
                    wanted.calendar());
            return automationSettings.set(key, bounds, wanted.reason(), by);
        });
    }

    /** Shows whether anything is automatic, and who switched it. */
    @GetMapping("/automation")
    AutomationSettings.Automation automation(@PathVariable String key) {
        return automationSettings.automation(key);
    }

    /** Switches automatic action on or off. Once this is answered with false, nothing automatic is booked any more. */
    @PutMapping("/automation")
    AutomationSettings.Automation switchAutomation(
            @PathVariable String key, @Valid @RequestBody Switched wanted, CurrentUser user) {
        return system.call(() -> automationSettings.switchTo(
                key, wanted.automatic(), wanted.reason(), steeringAccess.requireInvolved(user, SteeringAccess.SWITCH)));
    }

    /** Lists what each channel was given by the brief, and what it has now. */
    @GetMapping("/budgets")
    ResponseEntity<List<ChannelBudget>> budgets(@PathVariable String key, PageRequest page) {
        steeringAccess.find(key);
        return page.of(budgets.channels(key)).answer();
    }

    private static void refuse(String field, Optional<String> fault) {
        fault.ifPresent(reason -> {
            throw new RefusalException(field, reason);
        });
    }
}
