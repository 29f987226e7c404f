package dev.convergence.draft;

import dev.convergence.calendar.WallTimeFormatter;
import dev.convergence.calendar.WorkingCalendarRegistry;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import dev.convergence.engine.task.TaskAuthorReader;
import dev.convergence.people.GroupCatalog;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The drafts of a campaign as a form shows them, from where its task stands: on a track, or outside of all. */
@Component
class DraftsDossierSection implements DossierSection {

    private final DraftReader draftReader;
    private final TrackRepository tracks;
    private final ZoneId zone;

    DraftsDossierSection(DraftReader draftReader, TrackRepository tracks, WorkingCalendarRegistry calendars) {
        this.draftReader = draftReader;
        this.tracks = tracks;
        this.zone = calendars.ofGroup(GroupCatalog.CAMPAIGN_MANAGERS).zone();
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public Object of(DelegateExecution execution, CampaignContext campaign) {
        String own = TrackProcess.TRACK_ID.find(execution).orElse("");
        List<Draft> present = campaign.key() == null ? List.of() : draftReader.of(campaign.key());
        Map<String, String> names =
                present.isEmpty() && own.isEmpty() ? Map.of() : tracks.names(String.valueOf(campaign.key()));
        List<Draft> others = DraftReader.latest(present).stream()
                .filter(draft -> !draft.track().equals(own))
                .toList();
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("track", names.getOrDefault(own, own));
        part.put("others", rows(others, names));
        part.put(
                "own",
                rows(present.stream().filter(draft -> draft.track().equals(own)).toList(), names));
        part.put("flags", flags(own, campaign, present, names));
        part.put("seen", SeenDraftParser.text(others));
        return part;
    }

    private List<Map<String, Object>> rows(List<Draft> shown, Map<String, String> names) {
        return shown.stream().map(draft -> row(draft, names)).toList();
    }

    private Map<String, Object> row(Draft draft, Map<String, String> names) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("track", names.getOrDefault(draft.track(), draft.track()));
        row.put("version", String.valueOf(draft.version()));
        row.put("what", draft.result());
        row.put("links", text(draft.links()));
        row.put("changed", text(draft.changes()));
        row.put(
                "shared",
                TaskAuthorReader.inWords(draft.sharedBy(), draft.sharedFor()) + ", "
                        + WallTimeFormatter.of(draft.sharedAt(), zone));
        return row;
    }

    /** On a track its own; elsewhere all that there are. */
    private List<Map<String, Object>> flags(
            String own, CampaignContext campaign, List<Draft> present, Map<String, String> names) {
        return draftReader.flags(campaign.key(), present).stream()
                .filter(flag -> own.isEmpty() || flag.track().equals(own))
                .map(flag -> row(flag, names))
                .toList();
    }

    private static Map<String, Object> row(DraftFlag flag, Map<String, String> names) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("whose", names.getOrDefault(flag.track(), flag.track()));
        row.put("track", names.getOrDefault(flag.basedOn(), flag.basedOn()));
        row.put("basedOn", String.valueOf(flag.basedOnVersion()));
        row.put("latest", String.valueOf(flag.latestVersion()));
        row.put("changed", flag.changes());
        return row;
    }

    private static String text(String written) {
        return written == null ? "" : written;
    }
}
