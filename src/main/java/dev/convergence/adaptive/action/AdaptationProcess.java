package dev.convergence.adaptive.action;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code adaptation}, which is called with {@code actionId}. */
public final class AdaptationProcess {

    public static final String KEY = "adaptation";
    public static final String APPROVE_ACTION = "userTask_approveAction";
    public static final String MAKE_VARIANTS = "userTask_makeVariants";
    public static final String SETTLE_REFUSAL = "userTask_settleRefusal";

    /** The error that ends the way of an automatic action once automatic action is switched off. */
    static final String AUTOMATION_OFF = "automationOff";

    /** The error where a platform refuses an action for good: trying again by itself would not help. */
    static final String INSTRUCTION_REFUSED = "instructionRefused";

    /** Handed on by the weighing: one of {@link Decider}. */
    static final Variable<String> ACTION_DECIDER = Variable.text("actionDecider");

    /** Handed on to the booking, which believes no text. */
    static final Variable<Weighed> WEIGHED = new Variable<>("weighed", Weighed.class);

    /** Handed on by the booking: one of {@link Carrier}. */
    static final Variable<String> ACTION_CARRIER = Variable.text("actionCarrier");

    /** Handed on to the approval and its timer, or to the settlement of a refusal. */
    static final Variable<Date> DUE_AT = new Variable<>("dueAt", Date.class);

    /** Handed on to the timer after a busy platform; null once it is told. */
    static final Variable<Date> TRY_AGAIN_AT = new Variable<>("tryAgainAt", Date.class);

    /** {@code yes} or {@code no}. */
    public static final Variable<String> ACTION_APPROVED = Variable.text("actionApproved");

    /** Why; required to say no. */
    public static final Variable<String> ACTION_COMMENT = Variable.text("actionComment");

    /** {@code again} or {@code giveBack}: what becomes of an action that the platform has refused. */
    public static final Variable<String> REFUSAL_ANSWER = Variable.text("refusalAnswer");

    /** Why; required to give it back. */
    public static final Variable<String> REFUSAL_COMMENT = Variable.text("refusalComment");

    /** What the creative team has made. */
    public static final Variable<String> VARIANTS_RESULT = Variable.text("makeVariantsResult");

    /** Where it is, one link a line. */
    public static final Variable<String> VARIANTS_LINKS = Variable.text("makeVariantsLinks");

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
