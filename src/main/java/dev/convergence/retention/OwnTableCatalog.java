package dev.convergence.retention;

import java.util.List;

/** Every table of ours. A new one needs a line here, or a test fails. */
final class OwnTableCatalog {

    static final List<OwnTable> ALL = List.of(
            OwnTable.withCampaign("cc_reading", "sequence_no"),
            OwnTable.withCampaign("cc_series", "campaign_key", "source", "metric", "channel"),
            OwnTable.withCampaign("cc_rule_state", "campaign_key", "rule", "series"),
            OwnTable.withCampaign("cc_action", "id"),
            OwnTable.withCampaign("cc_source", "campaign_key", "source"),
            OwnTable.withCampaign("cc_budget", "campaign_key", "channel"),
            OwnTable.withCampaign("cc_adaptive", "campaign_key"),
            OwnTable.withCampaign("cc_draft_acknowledgement", "campaign_key", "track", "of_track", "of_version"),
            OwnTable.withCampaign("cc_draft_base", "campaign_key", "track", "version", "base_track"),
            OwnTable.withCampaign("cc_draft", "campaign_key", "track", "version"),
            OwnTable.withCampaign("cc_notice", "id"),
            OwnTable.withCampaign("cc_message", "id"),
            OwnTable.withCampaign("cc_event", "id"),
            OwnTable.withCampaign("cc_calendar_entry", "entry_uid"),
            // The last: as long as it is there, the removal goes on, and nobody else can have the key.
            OwnTable.withCampaign("cc_campaign_key", "campaign_key"),
            OwnTable.byAge("cc_campaign_record"),
            OwnTable.byAge("cc_absence"),
            OwnTable.byItsWriter("cc_substitution"),
            OwnTable.byItsWriter("cc_covered_task"),
            OwnTable.byItsWriter("cc_mailbox"),
            OwnTable.byItsWriter("cc_begun_job"),
            OwnTable.byItsWriter("cc_calendar_token"),
            OwnTable.byItsWriter("cc_sign_in"),
            OwnTable.never("cc_absence_lock"),
            OwnTable.never("cc_calendar_lock"),
            OwnTable.never("cc_campaign_lock"),
            OwnTable.never("cc_decision_stamp"));

    private OwnTableCatalog() {}

    /** Those whose rows go with their campaign, in this order. */
    static List<OwnTable> withCampaign() {
        return ALL.stream()
                .filter(table -> table.shrinks() == OwnTable.Shrinking.WITH_CAMPAIGN)
                .toList();
    }
}
