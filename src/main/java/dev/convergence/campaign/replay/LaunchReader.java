package dev.convergence.campaign.replay;

import dev.convergence.bounds.DateBounds;
import dev.convergence.bounds.OutOfBounds;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.plan.PlanEntry;
import dev.convergence.campaign.replay.LaunchDocument.Change;
import dev.convergence.campaign.replay.LaunchDocument.Line;
import dev.convergence.campaign.replay.LaunchFinding.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes a plan and its moves of a launch's file, and notes what is odd about it. */
final class LaunchReader {

    /** A launch's dates lie closer together than this; one that is farther from all others is a slip of the pen. */
    private static final long FAR_OFF_DAYS = 180;

    private static final int LONGEST_WHAT = 255;

    private final LaunchDocument file;
    private final List<PlanEntry> listed = new ArrayList<>();
    private final Map<String, PlanEntry> byWhat = new HashMap<>();
    private final List<LaunchFinding> findings = new ArrayList<>();
    private final Map<String, LocalDate> first = new HashMap<>();
    private final Map<String, LocalDate> last = new HashMap<>();

    LaunchReader(LaunchDocument file) {
        this.file = file;
    }

    LaunchPlan read() {
        readPlan();
        listed.forEach(this::noteFarOff);
        List<RecordedMove> moves = readMoves();
        listed.forEach(this::noteOtherEnd);
        List<PlanEntry> planned = listed.stream()
                .map(entry -> entry.dueOn(first.getOrDefault(entry.id(), entry.due())))
                .toList();
        return new LaunchPlan(file.name(), file.source(), Plan.of(listed), Plan.of(planned), moves, findings);
    }

    private void readPlan() {
        SlugGenerator slugGenerator = new SlugGenerator();
        for (int i = 0; i < file.plan().size(); i++) {
            Line line = file.plan().get(i);
            String at = "plan[" + i + "]";
            String what = Objects.requireNonNullElse(line.what(), "");
            LocalDate due = date(at, what, line.date());
            if (due != null) {
                PlanEntry entry =
                        new PlanEntry(slugGenerator.next(what), shortened(what), line.group(), due, List.of());
                listed.add(entry);
                byWhat.putIfAbsent(what, entry);
            }
        }
    }

    private List<RecordedMove> readMoves() {
        List<Numbered> changes = new ArrayList<>();
        for (int i = 0; i < file.moves().size(); i++) {
            Change change = file.moves().get(i);
            String at = "moves[" + i + "]";
            LocalDate on = date(at, change.what(), change.on());
            if (on != null) {
                changes.add(new Numbered(at, on, change));
            }
        }
        changes.sort(Comparator.comparing(Numbered::on));
        return changes.stream().map(this::move).filter(Objects::nonNull).toList();
    }

    private RecordedMove move(Numbered line) {
        Change change = line.change();
        PlanEntry entry = byWhat.get(change.what());
        if (entry == null) {
            note(Kind.UNKNOWN_ENTRY, line.at(), change.what(), "the plan does not list it");
            return null;
        }
        LocalDate from = date(line.at(), change.what(), change.from());
        LocalDate to = date(line.at(), change.what(), change.to());
        if (from == null || to == null || isFarOff(line.at(), change.what(), to, listed)) {
            return null;
        }
        noteStart(line.at(), entry, from);
        last.put(entry.id(), to);
        return new RecordedMove(line.on(), entry.id(), from, to);
    }

    private void noteStart(String at, PlanEntry entry, LocalDate from) {
        LocalDate before = last.get(entry.id());
        if (before == null) {
            first.put(entry.id(), isFarOff(at, entry.what(), from, listed) ? entry.due() : from);
        } else if (!before.equals(from)) {
            note(Kind.OTHER_START, at, entry.what(), "from " + from + ", but it stood on " + before);
        }
    }

    private void noteFarOff(PlanEntry entry) {
        List<PlanEntry> others = listed.stream().filter(other -> other != entry).toList();
        if (!others.isEmpty()) {
            isFarOff("plan[" + listed.indexOf(entry) + "]", entry.what(), entry.due(), others);
        }
    }

    private void noteOtherEnd(PlanEntry entry) {
        LocalDate end = last.get(entry.id());
        if (end != null && !entry.due().equals(end) && !entry.due().equals(first.get(entry.id()))) {
            String detail = "listed on " + entry.due() + ", but last moved to " + end;
            note(Kind.OTHER_END, "plan[" + listed.indexOf(entry) + "]", entry.what(), detail);
        }
    }

    private boolean isFarOff(String at, String what, LocalDate date, List<PlanEntry> others) {
        boolean far =
                others.stream().allMatch(other -> Math.abs(ChronoUnit.DAYS.between(other.due(), date)) > FAR_OFF_DAYS);
        if (far) {
            note(Kind.FAR_OFF, at, what, date + " is more than " + FAR_OFF_DAYS + " days from every date of the plan");
        }
        return far;
    }

    private LocalDate date(String at, String what, String text) {
        try {
            return DateBounds.date(text);
        } catch (OutOfBounds out) {
            note(Kind.UNREADABLE_DATE, at, what, "'" + text + "' is no date");
            return null;
        }
    }

    private void note(Kind kind, String at, String what, String detail) {
        findings.add(new LaunchFinding(kind, at, what, detail));
    }

    private static String shortened(String what) {
        return what.substring(0, Math.min(LONGEST_WHAT, what.length()));
    }

    /** A change with its line in the file and the day of its record. */
    private record Numbered(String at, LocalDate on, Change change) {}
}
