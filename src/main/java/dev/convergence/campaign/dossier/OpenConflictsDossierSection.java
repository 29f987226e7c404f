package dev.convergence.campaign.dossier;

import dev.convergence.campaign.alignment.ConflictRecord;
import dev.convergence.campaign.alignment.ConflictRecordRepository;
import dev.convergence.context.CampaignContext;
import dev.convergence.context.DossierSection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The open conflicts of a campaign, on every form. */
@Component
class OpenConflictsDossierSection implements DossierSection {

    private final ConflictRecordRepository conflicts;
    private final DossierTexts texts;

    OpenConflictsDossierSection(ConflictRecordRepository conflicts, DossierTexts texts) {
        this.conflicts = conflicts;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "conflicts";
    }

    @Override
    public List<Map<String, Object>> of(DelegateExecution execution, CampaignContext campaign) {
        return campaign.key() == null
                ? List.of()
                : conflicts.of(List.of(campaign.key())).stream()
                        .filter(ConflictRecord::isOpen)
                        .map(texts::conflict)
                        .toList();
    }
}
