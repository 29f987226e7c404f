package dev.convergence.absence;

import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ConcurrentEndGuard;
import dev.convergence.problem.NotFoundException;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Absences over HTTP. Everybody who is in a group may read who is away and who stands in, and record their own absence;
 * managers and administrators record and end others'.
 */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {

    private final AbsenceWorkflow workflow;
    private final AbsenceRepository absences;
    private final SubstituteResolver substituteResolver;
    private final Clock clock;

    AbsenceController(
            AbsenceWorkflow workflow, AbsenceRepository absences, SubstituteResolver substituteResolver, Clock clock) {
        this.workflow = workflow;
        this.absences = absences;
        this.substituteResolver = substituteResolver;
        this.clock = clock;
    }

    /** Records an absence: of the caller, or of somebody else by managers and administrators. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AbsenceView> recordAbsence(@Valid @RequestBody AbsenceRequest request, CurrentUser user) {
        String id = workflow.absenceAnnounced(request, user);
        return ResponseEntity.created(URI.create("/api/absences/" + id)).body(absence(id));
    }

    /** Lists who is away, and who will be; the next to begin first. */
    @GetMapping
    ResponseEntity<List<AbsenceView>> absences(PageRequest page) {
        Instant now = clock.instant();
        SubstituteIndex substituteIndex = substituteResolver.now();
        return page.of(absences.open(now)).answer(open -> open.stream()
                .map(absence -> AbsenceView.of(absence, substituteIndex, now))
                .toList());
    }

    /** Shows an absence, and who acts now. */
    @GetMapping("/{id}")
    AbsenceView absence(@PathVariable String id) {
        return absences.withId(id)
                .map(absence -> AbsenceView.of(absence, substituteResolver.now(), clock.instant()))
                .orElseThrow(() -> new NotFoundException("Absence", id));
    }

    /** Ends an absence now. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAbsence(@PathVariable String id, CurrentUser user) {
        ConcurrentEndGuard.watch(
                () -> {
                    workflow.absenceEndedEarly(id, user);
                    return id;
                },
                () -> "OVER".equals(absence(id).state()),
                "Absence " + id + " ended while you ended it.");
    }
}
