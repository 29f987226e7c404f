package dev.convergence.campaign.touchpoint;

import dev.convergence.campaign.alignment.AlignmentService;
import dev.convergence.campaign.alignment.ConflictChange;
import dev.convergence.campaign.alignment.ConflictMonitor;
import dev.convergence.campaign.alignment.TouchpointValidator;
import dev.convergence.campaign.conflict.Conflict;
import dev.convergence.campaign.conflict.ConflictPlace;
import dev.convergence.campaign.conflict.Conflicts;
import dev.convergence.campaign.plan.Plan;
import dev.convergence.campaign.request.CampaignPlanRepository;
import dev.convergence.campaign.request.CampaignProcess;
import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.campaign.request.OpenCampaignReader;
import dev.convergence.context.CampaignContext;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.notification.NoticeService;
import dev.convergence.problem.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the touchpoints of a running campaign say, tells their owners, and has the conflicts checked. */
@Component
public class TouchpointService {

    private static final String SUBJECT = "touchpoints";

    private final RuntimeService runtime;
    private final OpenCampaignReader running;
    private final AlignmentService alignmentService;
    private final CampaignPlanRepository plans;
    private final ConflictMonitor watch;
    private final NoticeService noticeService;
    private final TouchpointEditor edits;
    private final SystemAuthority system;

    TouchpointService(
            RuntimeService runtime,
            OpenCampaignReader running,
            AlignmentService alignmentService,
            CampaignPlanRepository plans,
            ConflictMonitor watch,
            NoticeService noticeService,
            TouchpointEditor edits,
            SystemAuthority system) {
        this.runtime = runtime;
        this.running = running;
        this.alignmentService = alignmentService;
        this.plans = plans;
        this.watch = watch;
        this.noticeService = noticeService;
        this.edits = edits;
        this.system = system;
    }

    /** A campaign begins with these. */
    public void planned(DelegateExecution campaign, List<CampaignRequest.Touchpoint> asked, Plan plan) {
        List<CampaignRequest.Touchpoint> touchpoints = TouchpointValidator.check(asked, plan);
        campaign.setVariable(CampaignProcess.TOUCHPOINTS, plans.json(touchpoints));
        watch.planned(campaign, plan, touchpoints);
    }

    /** Puts these touchpoints in the place of all others. */
    @Transactional
    public TouchpointChange replaced(String key, List<CampaignRequest.Touchpoint> asked, String reason, String by) {
        return system.call(() -> change(running.of(key), asked, "The touchpoints were replaced", reason, by));
    }

    /**
     * Changes one touchpoint.
     *
     * @throws NotFound where the campaign has no touchpoint of this id
     */
    @Transactional
    public TouchpointChange changed(String key, String id, TouchpointPatch patch, String by) {
        return system.call(() -> {
            CampaignContext campaign = running.of(key);
            if (alignmentService.touchpoints(campaign).stream()
                    .noneMatch(one -> one.id().equals(id))) {
                throw new NotFoundException("Touchpoint", id);
            }
            return change(campaign, Set.of(id), one -> edits.patched(one, patch), patch.reason(), by);
        });
    }

    /** Lets every place of a conflict say the same. */
    void agreed(CampaignContext campaign, Conflict conflict, String value, String reason, String by) {
        Set<String> ids = conflict.places().stream().map(ConflictPlace::id).collect(Collectors.toSet());
        change(campaign, ids, one -> edits.stating(one, conflict.about(), value), reason, by);
    }

    /** Lets a touchpoint go live on another day. */
    void movedTo(CampaignContext campaign, String id, LocalDate day, String reason, String by) {
        change(campaign, Set.of(id), one -> edits.goingLive(one, day), reason, by);
    }

    private TouchpointChange change(
            CampaignContext campaign,
            Set<String> ids,
            UnaryOperator<CampaignRequest.Touchpoint> edit,
            String reason,
            String by) {
        List<CampaignRequest.Touchpoint> changed = alignmentService.requireTouchpoints(campaign).stream()
                .map(touchpoint -> ids.contains(touchpoint.id()) ? edit.apply(touchpoint) : touchpoint)
                .toList();
        String what = ids.stream().sorted().collect(Collectors.joining("”, “", "“", "” changed"));
        return change(campaign, changed, what, reason, by);
    }

    private TouchpointChange change(
            CampaignContext campaign, List<CampaignRequest.Touchpoint> asked, String what, String reason, String by) {
        Conflicts before = alignmentService.conflicts(campaign);
        List<CampaignRequest.Touchpoint> changed = TouchpointValidator.check(asked, plans.of(campaign));
        runtime.setVariable(campaign.instanceId(), CampaignProcess.TOUCHPOINTS, plans.json(changed));
        noticeService.tell(campaign.key(), SUBJECT, AlignmentService.OWNER, SUBJECT, what + "; " + by + ": " + reason);
        watch.factsChanged(campaign.instanceId(), campaign.key());
        Conflicts after = alignmentService.conflicts(plans.of(campaign), changed);
        return new TouchpointChange(changed, ConflictChange.between(before, after));
    }
}
