package dev.convergence.gate.review;

import dev.convergence.csv.CsvTable;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.gate.DecisionRecord;
import dev.convergence.gate.DecisionRecordRepository;
import dev.convergence.gate.GateProcess;
import dev.convergence.paging.PageRequest;
import dev.convergence.people.CurrentUser;
import dev.convergence.problem.ConcurrentEndGuard;
import dev.convergence.problem.NotFoundException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decides gates over HTTP, as in Tasklist: the accountable group alone, or a voter. Every signed-in person may read who
 * decided what.
 */
@RestController
@RequestMapping("/api/campaigns/{key}")
class GateController {

    private static final List<String> COLUMNS = List.of(
            "at", "gate", "name", "round", "kind", "by", "onBehalfOf", "outcome", "comment", "conditions", "version");

    private final GateDecisionService decisions;
    private final DecisionRecordRepository records;
    private final SystemAuthority system;

    GateController(GateDecisionService decisions, DecisionRecordRepository records, SystemAuthority system) {
        this.decisions = decisions;
        this.records = records;
        this.system = system;
    }

    /**
     * @param comment required to send back or to stop
     * @param conditions required to approve with conditions
     * @param checks of a convergence gate: {@code content}, {@code targeting}, {@code channels}, {@code timing}
     * @param seenVersion the version of the work that was looked at; 409 where there is another by now
     */
    record Decision(
            @NotBlank String outcome,
            @Size(max = 4000) String comment,
            @Size(max = 20) List<@Valid ConditionOfApproval> conditions,
            Map<String, Boolean> checks,
            @PositiveOrZero Integer seenVersion) {}

    /** @param owner a group or a user; the team whose work it is where none is named */
    record ConditionOfApproval(
            @NotBlank @Size(max = 500) @Pattern(regexp = "[^|\\r\\n]*", message = "must be one line without |")
                    String what,
            @Size(max = 64) @Pattern(regexp = "[^|\\r\\n]*", message = "must be one line without |") String owner,
            LocalDate due) {

        private String line() {
            String owned = owner == null && due == null ? what : what + " | " + (owner == null ? "" : owner);
            return due == null ? owned : owned + " | " + due;
        }
    }

    /** Decides a gate, or votes on it. Answers the reviews of the gate as they stand after the decision; of a vote, with the votes so far. */
    @PostMapping("/gates/{gate}/decision")
    List<DecisionRecord> decideGate(
            @PathVariable String key,
            @PathVariable String gate,
            @Valid @RequestBody Decision decision,
            CurrentUser user) {
        ConcurrentEndGuard.watch(
                () -> decisions.decide(key, gate, user.id(), answers(decision)),
                () -> system.call(() -> decisions.isOver(key, gate, user.id())),
                "Gate " + gate + " was decided while you looked at it.");
        return decisions(key).stream()
                .filter(record -> record.gate().equals(gate))
                .toList();
    }

    /** Lists who decided, voted and advised: when, in whose name, why, and on which version of the work; the oldest first. */
    @GetMapping("/decisions")
    ResponseEntity<List<DecisionRecord>> decisions(@PathVariable String key, PageRequest page) {
        return page.of(decisions(key)).answer();
    }

    private List<DecisionRecord> decisions(String key) {
        return system.call(() -> {
            if (!decisions.isCampaign(key)) {
                throw new NotFoundException("Campaign", key);
            }
            return records.of(key);
        });
    }

    /** The same as a table. */
    @GetMapping(path = "/decisions", produces = CsvTable.MEDIA_TYPE)
    ResponseEntity<CsvTable> decisionsAsTable(@PathVariable String key, PageRequest page) {
        return page.of(decisions(key))
                .answer(records -> CsvTable.of("decisions-" + key, COLUMNS, records, GateController::row));
    }

    private static List<Object> row(DecisionRecord record) {
        return CsvTable.row(
                record.at(),
                record.gate(),
                record.name(),
                record.round(),
                record.kind(),
                record.by(),
                record.onBehalfOf(),
                record.outcome(),
                record.comment(),
                record.conditions(),
                record.version());
    }

    private static Map<String, Object> answers(Decision decision) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(GateProcess.GATE_OUTCOME.name(), decision.outcome());
        answers.put(GateProcess.GATE_COMMENT.name(), decision.comment());
        if (decision.conditions() != null) {
            answers.put(
                    GateProcess.GATE_CONDITIONS.name(),
                    decision.conditions().stream()
                            .map(ConditionOfApproval::line)
                            .collect(Collectors.joining("\n")));
        }
        if (decision.checks() != null) {
            answers.putAll(ConvergenceCheckReader.answers(decision.checks()));
        }
        if (decision.seenVersion() != null) {
            answers.put(GateProcess.SEEN_VERSION.name(), decision.seenVersion());
        }
        return answers;
    }
}
