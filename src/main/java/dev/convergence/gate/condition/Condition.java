package dev.convergence.gate.condition;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.engine.variable.RefusalException;
import dev.convergence.gate.GateProcess;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that an approval asks for.
 *
 * @param owner a group id or a user id; where none is named, whoever is responsible for the work
 * @param due until when; where none is named, as the policy says
 */
record Condition(String what, Optional<String> owner, Optional<LocalDate> due) {

    private static final String FIELDS = "\\|";

    /**
     * The conditions that a reviewer wrote, one a line: {@code what | owner | yyyy-mm-dd}, where owner and date may be
     * left out.
     *
     * @throws Refusal naming the line that cannot be read
     */
    static List<Condition> in(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Condition::ofLine)
                .toList();
    }

    private static Condition ofLine(String line) {
        List<String> fields =
                Arrays.stream(line.split(FIELDS)).map(String::strip).toList();
        if (fields.size() > 3 || fields.get(0).isEmpty()) {
            throw new RefusalException(
                    GateProcess.GATE_CONDITIONS.name(), "must be written as \"what | owner | date\", not: " + line);
        }
        return new Condition(
                fields.get(0),
                fields.stream().skip(1).findFirst().filter(owner -> !owner.isEmpty()),
                fields.stream()
                        .skip(2)
                        .findFirst()
                        .filter(date -> !date.isEmpty())
                        .map(date -> date(date, line)));
    }

    static LocalDate date(String date, String within) {
        try {
            return DateBounds.date(date);
        } catch (OutOfBounds out) {
            throw new RefusalException(
                    GateProcess.GATE_CONDITIONS.name(), "has a date that " + out.getMessage() + ": " + within);
        }
    }
}
