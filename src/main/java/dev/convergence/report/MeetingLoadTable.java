package dev.convergence.report;

import dev.convergence.csv.CsvTable;
import java.util.List;
import java.util.stream.Stream;

/** The report of the meeting load as a table; the row of all campaigns together names none and comes first. */
final class MeetingLoadTable {

    private static final String NAME = "meeting-load";
    private static final List<String> COLUMNS =
            List.of("campaign", "name", "held", "skipped", "minutes", "personHours", "openSince", "cut");

    private MeetingLoadTable() {}

    static CsvTable of(MeetingLoad load) {
        Stream<MeetingLoad.OfCampaign> total = Stream.of(new MeetingLoad.OfCampaign(null, null, load.total()));
        return new CsvTable(
                NAME,
                COLUMNS,
                Stream.concat(total, load.campaigns().stream())
                        .map(campaign -> row(campaign, load.cut()))
                        .toList());
    }

    private static List<Object> row(MeetingLoad.OfCampaign campaign, boolean cut) {
        MeetingLoad.Load load = campaign.load();
        return CsvTable.row(
                campaign.campaign(),
                campaign.name(),
                load.held(),
                load.skipped(),
                load.minutes(),
                load.personHours(),
                load.openSince(),
                cut);
    }
}
