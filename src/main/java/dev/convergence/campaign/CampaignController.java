package dev.convergence.campaign;

import dev.convergence.campaign.request.CampaignRequest;
import dev.convergence.csv.CsvTable;
import dev.convergence.engine.identity.SystemAuthority;
import dev.convergence.notification.NoticeService;
import dev.convergence.notification.delivery.Notice;
import dev.convergence.paging.Page;
import dev.convergence.paging.PageRequest;
import dev.convergence.paging.PageSize;
import dev.convergence.people.CurrentUser;
import dev.convergence.people.GroupCatalog;
import dev.convergence.problem.ConcurrentEndGuard;
import dev.convergence.problem.ForbiddenException;
import dev.convergence.problem.NotFoundException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns over HTTP. Every signed-in person may read; campaign managers, sponsors and administrators steer. */
@RestController
@Validated
@RequestMapping("/api/campaigns")
class CampaignController {

    private static final int MOST_CAMPAIGNS = 200;
    private static final int MOST_PAGES = 100_000;
    private static final List<String> NOTICE = List.of("at", "campaign", "about", "recipient", "subject", "text");

    private final CampaignWorkflow workflow;
    private final CampaignReader reader;
    private final NoticeService noticeService;
    private final SystemAuthority system;

    CampaignController(
            CampaignWorkflow workflow, CampaignReader reader, NoticeService noticeService, SystemAuthority system) {
        this.workflow = workflow;
        this.reader = reader;
        this.noticeService = noticeService;
        this.system = system;
    }

    record Cancellation(@NotBlank @Size(max = 4000) String rationale) {}

    /** Starts a campaign. 409 where its key is in use. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignView> startCampaign(@Valid @RequestBody CampaignRequest request) {
        workflow.campaignRequested(request);
        return ResponseEntity.created(URI.create("/api/campaigns/" + request.key()))
                .body(campaign(request.key()));
    }

    /**
     * Lists campaigns, the newest first.
     *
     * @param page an older way to ask for a page: its number, from 0; goes before {@code first}
     * @param size an older name of {@code max}, and goes before it
     */
    @GetMapping
    ResponseEntity<List<CampaignView>> campaigns(
            @PageSize(standard = 50, most = MOST_CAMPAIGNS) PageRequest asked,
            @RequestParam(required = false) @Min(0) @Max(MOST_PAGES) Integer page,
            @RequestParam(required = false) @Min(1) @Max(MOST_CAMPAIGNS) Integer size) {
        return system.call(() -> reader.page(asked.numbered(page, size))).answer();
    }

    /** Shows a campaign: its state, gates, handoffs, milestones, stalls and conflicts. */
    @GetMapping("/{key}")
    CampaignView campaign(@PathVariable String key) {
        return system.call(() -> reader.withKey(key)).orElseThrow(() -> new NotFoundException("Campaign", key));
    }

    /** Lists who was told what about a campaign, the newest first. */
    @GetMapping("/{key}/notices")
    ResponseEntity<List<Notice>> notices(@PathVariable String key, PageRequest page) {
        return told(key, page).answer();
    }

    /** The same as a table. */
    @GetMapping(path = "/{key}/notices", produces = CsvTable.MEDIA_TYPE)
    ResponseEntity<CsvTable> noticesAsTable(@PathVariable String key, PageRequest page) {
        return told(key, page)
                .answer(noticeService -> CsvTable.of("notices-" + key, NOTICE, noticeService, CampaignController::row));
    }

    private static List<Object> row(Notice notice) {
        return CsvTable.row(
                notice.at(), notice.campaign(), notice.about(), notice.recipient(), notice.subject(), notice.text());
    }

    private Page<Notice> told(String key, PageRequest page) {
        system.call(() -> reader.end(key));
        return noticeService.of(key, page);
    }

    /** Cancels a campaign, for a reason. */
    @PostMapping("/{key}/cancellation")
    CampaignView cancelCampaign(
            @PathVariable String key, @Valid @RequestBody Cancellation cancellation, CurrentUser user) {
        requireSteering(user);
        return ConcurrentEndGuard.watch(
                () -> {
                    workflow.campaignCancelled(key, cancellation.rationale(), user.id());
                    return campaign(key);
                },
                () -> system.call(() -> reader.end(key)).isPresent(),
                "Campaign " + key + " ended while you cancelled it.");
    }

    static void requireSteering(CurrentUser user) {
        if (!user.isIn(GroupCatalog.CAMPAIGN_MANAGERS)
                && !user.isIn(GroupCatalog.SPONSORS)
                && !user.isIn(GroupCatalog.ADMINISTRATORS)) {
            throw new ForbiddenException("campaign managers, sponsors and administrators");
        }
    }
}
