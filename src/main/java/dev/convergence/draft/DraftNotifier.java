package dev.convergence.draft;

import dev.convergence.context.CampaignContext;
import dev.convergence.notification.NoticeService;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells the teams whose work is based on something older, and whoever is asked about the track. */
@Component
class DraftNotifier {

    private static final String DRAFT = "draft";
    private static final String NEWER_DRAFT = "newer draft";

    private final DraftReader draftReader;
    private final TrackRepository tracks;
    private final TrackTeamResolver teams;
    private final CampaignContext.Reader campaigns;
    private final TaskService tasks;
    private final NoticeService noticeService;

    DraftNotifier(
            DraftReader draftReader,
            TrackRepository tracks,
            TrackTeamResolver teams,
            CampaignContext.Reader campaigns,
            TaskService tasks,
            NoticeService noticeService) {
        this.draftReader = draftReader;
        this.tracks = tracks;
        this.teams = teams;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.noticeService = noticeService;
    }

    /** Says nothing of a version that is not the latest any more: who shared the latest tells of it. */
    void tell(DelegateExecution execution, String track, int version) {
        CampaignContext campaign = campaigns.of(execution);
        List<Draft> present = draftReader.of(campaign.key());
        DraftReader.latest(present).stream()
                .filter(draft -> draft.track().equals(track) && draft.version() == version)
                .forEach(draft -> tell(campaign, draft, draftReader.flags(campaign.key(), present)));
    }

    private void tell(CampaignContext campaign, Draft shared, List<DraftFlag> flags) {
        Map<String, String> names = tracks.names(campaign.key());
        Set<String> told = new HashSet<>();
        flags.stream()
                .filter(flag ->
                        shared.track().equals(flag.basedOn()) || shared.track().equals(flag.track()))
                .forEach(flag -> told.addAll(tell(campaign, flag, names)));
        teams.of(shared.track(), campaign).consulted().stream()
                .filter(group -> !told.contains(group))
                .forEach(group -> noticeService.tell(
                        campaign.key(), shared.track(), group, DRAFT, text(campaign, shared, names)));
    }

    private List<String> tell(CampaignContext campaign, DraftFlag flag, Map<String, String> names) {
        List<String> team = teams.of(flag.track(), campaign).responsible();
        String task = openTask(campaign.key(), flag.track());
        team.forEach(group -> noticeService.tell(
                campaign.key(), flag.track(), group, NEWER_DRAFT, text(campaign, flag, names), task));
        return team;
    }

    private String openTask(String campaign, String track) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(campaign)
                .processDefinitionKey(TrackProcess.KEY)
                .processVariableValueEquals(TrackProcess.TRACK_ID.name(), track)
                .list()
                .stream()
                .map(Task::getId)
                .findFirst()
                .orElse(null);
    }

    private static String text(CampaignContext campaign, DraftFlag flag, Map<String, String> names) {
        return "The draft of “%s” of campaign “%s” (%s) is based on version %d of “%s”; there is version %d.%s"
                .formatted(
                        names.getOrDefault(flag.track(), flag.track()),
                        campaign.name(),
                        campaign.key(),
                        flag.basedOnVersion(),
                        names.getOrDefault(flag.basedOn(), flag.basedOn()),
                        flag.latestVersion(),
                        flag.changes().isEmpty() ? "" : " Changed: " + flag.changes());
    }

    private static String text(CampaignContext campaign, Draft shared, Map<String, String> names) {
        return "Version %d of the draft of “%s” of campaign “%s” (%s) was shared.%s"
                .formatted(
                        shared.version(),
                        names.getOrDefault(shared.track(), shared.track()),
                        campaign.name(),
                        campaign.key(),
                        shared.changes() == null ? " It says: " + shared.result() : " Changed: " + shared.changes());
    }
}
