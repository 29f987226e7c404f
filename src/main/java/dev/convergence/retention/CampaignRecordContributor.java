package dev.convergence.retention;

/** What somebody records of each campaign that is over, while its history is there. */
public interface CampaignRecordContributor {

    /** Under which it is found in the record. */
    String name();

    /** A value that is written as JSON; short, because it is kept for years. */
    Object of(EndedCampaign campaign);
}
