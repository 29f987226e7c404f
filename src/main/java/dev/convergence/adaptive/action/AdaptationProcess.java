package dev.convergence.adaptive.action;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code adaptation}, which is called with {@code actionId}. */
public final class AdaptationProcess {

    public static final String KEY = "adaptation";
    public static final String APPROVE_ACTION = "userTask_approveAction";
    public static final String MAKE_VARIANTS = "userTask_makeVariants";
    public static final String SETTLE_REFUSAL = "userTask_settleRefusal";

    /** The error that ends the way of an automatic action once automatic action is switched off. */
    public static final String AUTOMATION_OFF = "automationOff";

    /** The error where a platform refuses an action for good: trying again by itself would not help. */
    public static final String INSTRUCTION_REFUSED = "instructionRefused";

    /** Handed on by the weighing: one of {@link Decider}. */
    static final ProcessVariable<String> ACTION_DECIDER = ProcessVariable.text("actionDecider");

    /** Handed on to the booking, which believes no text. */
    static final ProcessVariable<AssessedAction> WEIGHED = new ProcessVariable<>("weighed", AssessedAction.class);

    /** Handed on by the booking: one of {@link Carrier}. */
    static final ProcessVariable<String> ACTION_CARRIER = ProcessVariable.text("actionCarrier");

    /** Handed on to the approval and its timer, or to the settlement of a refusal. */
    static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

    /** Handed on to the timer after a busy platform; null once it is told. */
    public static final ProcessVariable<Date> TRY_AGAIN_AT = new ProcessVariable<>("tryAgainAt", Date.class);

    /** {@code yes} or {@code no}. */
    public static final ProcessVariable<String> ACTION_APPROVED = ProcessVariable.text("actionApproved");

    /** Why; required to say no. */
    public static final ProcessVariable<String> ACTION_COMMENT = ProcessVariable.text("actionComment");

    /** {@code again} or {@code giveBack}: what becomes of an action that the platform has refused. */
    public static final ProcessVariable<String> REFUSAL_ANSWER = ProcessVariable.text("refusalAnswer");

    /** Why; required to give it back. */
    public static final ProcessVariable<String> REFUSAL_COMMENT = ProcessVariable.text("refusalComment");

    /** What the creative team has made. */
    public static final ProcessVariable<String> VARIANTS_RESULT = ProcessVariable.text("makeVariantsResult");

    /** Where it is, one link a line. */
    public static final ProcessVariable<String> VARIANTS_LINKS = ProcessVariable.text("makeVariantsLinks");

    /** Who decides whether an action is taken. */
    enum Decider {
        RULE,
        PERSON,
        NOBODY
    }

    /** Who carries out what was decided. */
    enum Carrier {
        PLATFORM,
        CREATIVE,
        NOBODY
    }

    private AdaptationProcess() {}
}
