package dev.convergence.proposal;

import dev.convergence.context.CampaignContext;
import dev.convergence.notification.NoticeService;
import dev.convergence.people.GroupCatalog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells of a proposal, and what becomes of it. */
@Component
class ProposalNotifier {

    private static final String SUBJECT = "proposal";

    private final NoticeService noticeService;

    ProposalNotifier(NoticeService noticeService) {
        this.noticeService = noticeService;
    }

    void proposed(CampaignContext campaign, Proposal proposal, Proposer proposer) {
        String text = "A change of %s is proposed in campaign “%s” (%s)%s: %s"
                .formatted(
                        proposal.target().inWords(),
                        campaign.name(),
                        campaign.key(),
                        Optional.ofNullable(proposer.user())
                                .map(user -> " by " + user)
                                .orElse(""),
                        proposal.what());
        noticeService.tell(campaign.key(), proposal.target().id(), GroupCatalog.PROCESS_OWNERS, SUBJECT, text);
    }

    /** @param ending how it ended, as the end of a sentence */
    void weighed(String campaign, ProposalTarget target, String ending, List<String> groups) {
        String text = "The proposed change of %s is %s".formatted(target.inWords(), ending);
        groups.forEach(group -> noticeService.tell(campaign, target.id(), group, SUBJECT, text));
    }
}
