package dev.convergence.adaptive.platform;

import dev.convergence.paging.PageRequest;
import dev.convergence.problem.NotFoundException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The platforms that the application plays itself: what they were told, and how they stand. Everyone may look. */
@RestController
@RequestMapping("/api/platform")
class PlatformController {

    private final InMemoryAdPlatform ads;
    private final InMemoryContentPlatform content;
    private final InMemoryCrmPlatform crm;

    PlatformController(InMemoryAdPlatform ads, InMemoryContentPlatform content, InMemoryCrmPlatform crm) {
        this.ads = ads;
        this.content = content;
        this.crm = crm;
    }

    /**
     * How the platforms stand for one campaign, by channel.
     *
     * @param creatives what is played out in place of the original
     * @param variants what was published beside it
     * @param audiences whom it speaks to, where that was refined
     * @param instructions in the order in which they came
     */
    record PlatformState(
            String campaign,
            Map<String, BigDecimal> budgets,
            Map<String, String> creatives,
            Map<String, List<String>> variants,
            Map<String, String> audiences,
            List<ReceivedInstruction> instructions) {}

    /**
     * Lists what the platforms were told that the application plays itself, since its start. None where real platforms are
     * set up.
     */
    @GetMapping
    ResponseEntity<List<PlatformState>> platforms(PageRequest page) {
        List<String> campaigns = inboxes()
                .flatMap(inbox -> inbox.campaigns().stream())
                .distinct()
                .sorted()
                .toList();
        return page.of(campaigns)
                .answer(those -> those.stream().map(this::state).toList());
    }

    /** Shows how the platforms stand for one campaign. */
    @GetMapping("/{campaign}")
    PlatformState platform(@PathVariable String campaign) {
        PlatformState state = state(campaign);
        if (state.instructions().isEmpty()) {
            throw new NotFoundException("Campaign", campaign);
        }
        return state;
    }

    private PlatformState state(String campaign) {
        return new PlatformState(
                campaign,
                ads.budgets(campaign),
                content.creatives(campaign),
                content.variants(campaign),
                crm.audiences(campaign),
                inboxes()
                        .flatMap(inbox -> inbox.of(campaign).stream())
                        .sorted(Comparator.comparing(ReceivedInstruction::at))
                        .toList());
    }

    private Stream<InMemoryInbox> inboxes() {
        return Stream.of(ads.inbox(), content.inbox(), crm.inbox());
    }
}
