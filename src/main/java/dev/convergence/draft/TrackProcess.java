package dev.convergence.draft;

import dev.convergence.context.CampaignContext;
import dev.convergence.engine.variable.ProcessVariable;
import java.util.List;

/** The contract of the process {@code track}: one team's part of a parallel campaign. */
public final class TrackProcess {

    public static final String KEY = "track";
    public static final String MAKE_DRAFT = "userTask_makeDraft";
    public static final String ADJUST_DRAFT = "userTask_adjustDraft";

    /** The message to a track that a version of its draft was shared past its tasks. */
    public static final String DRAFT_SHARED = "draftShared";

    /** The messages to a track that its milestones are reached. */
    static final String DRAFTS_CONVERGED = "drafts-converged-reached";

    static final String FINAL_CONVERGED = "final-converged-reached";

    /** The message to a track that waits for the others: a newer draft lies under its own. */
    static final String DRAFT_OUTDATED = "draftOutdated";

    /** Which track it is: also what the responsibility matrix and the plan know it by. */
    public static final ProcessVariable<String> TRACK_ID = CampaignContext.TRACK_ID;

    /** What people call it; by default the name of the activity that calls the process. */
    public static final ProcessVariable<String> TRACK_NAME = ProcessVariable.text("trackName");

    /** What the first draft says. */
    public static final ProcessVariable<String> MAKE_DRAFT_RESULT = ProcessVariable.text("makeDraftResult");

    /** Where its document is. */
    public static final ProcessVariable<String> MAKE_DRAFT_LINKS = ProcessVariable.text("makeDraftLinks");

    /** One of {@link DraftAdjustment}. */
    public static final ProcessVariable<String> ADJUSTMENT = ProcessVariable.text("adjustment");

    public static final ProcessVariable<String> ADJUST_DRAFT_RESULT = ProcessVariable.text("adjustDraftResult");
    public static final ProcessVariable<String> ADJUST_DRAFT_LINKS = ProcessVariable.text("adjustDraftLinks");

    /** What a later version changes. */
    public static final ProcessVariable<String> DRAFT_CHANGES = ProcessVariable.text("draftChanges");

    /** The work stands, also with the newer drafts of others. */
    public static final ProcessVariable<Boolean> NEWER_DRAFTS_ACKNOWLEDGED =
            ProcessVariable.flag("newerDraftsAcknowledged");

    public static final ProcessVariable<String> NEWER_DRAFTS_NOTE = ProcessVariable.text("newerDraftsNote");

    /** The versions of the others that were looked at, as {@link SeenDraftParser} writes them. */
    public static final ProcessVariable<String> SEEN_DRAFTS = ProcessVariable.text("seenDrafts");

    /** The version that the others are to be told of. */
    static final ProcessVariable<Integer> DRAFT_VERSION = new ProcessVariable<>("draftVersion", Integer.class);

    /** Who completed the task, handed on to the sharing; a value that no model can make, so that none can name anybody. */
    static final ProcessVariable<DraftAuthor> SHARED_BY = new ProcessVariable<>("sharedBy", DraftAuthor.class);

    /** What is asked anew with every version. */
    static final List<String> ANSWERS = List.of(
            ADJUSTMENT.name(),
            ADJUST_DRAFT_RESULT.name(),
            ADJUST_DRAFT_LINKS.name(),
            DRAFT_CHANGES.name(),
            NEWER_DRAFTS_ACKNOWLEDGED.name(),
            NEWER_DRAFTS_NOTE.name(),
            SEEN_DRAFTS.name());

    private TrackProcess() {}
}
