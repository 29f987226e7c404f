package dev.convergence.report;

import dev.convergence.csv.CsvTable;
import java.util.List;
import java.util.stream.Stream;

/** The report of the meeting load as a table; the row of all campaigns together names none and comes first. */
final class MeetingLoadCsvMapper {

    private static final String NAME = "meeting-load";
    private static final List<String> COLUMNS =
            List.of("campaign", "name", "held", "skipped", "minutes", "personHours", "openSince", "cut");

    private MeetingLoadCsvMapper() {}

    static CsvTable of(MeetingLoadReport load) {
        Stream<MeetingLoadReport.OfCampaign> total =
                Stream.of(new MeetingLoadReport.OfCampaign(null, null, load.total()));
        return new CsvTable(
                NAME,
                COLUMNS,
                Stream.concat(total, load.campaigns().stream())
                        .map(campaign -> row(campaign, load.cut()))
                        .toList());
    }

    private static List<Object> row(MeetingLoadReport.OfCampaign campaign, boolean cut) {
        MeetingLoadReport.Load load = campaign.load();
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
