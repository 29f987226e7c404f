package dev.convergence.absence;

import dev.convergence.engine.variable.ProcessVariable;
import java.util.Date;

/** The contract of the process {@code absence}. */
final class AbsenceProcess {

    static final String KEY = "absence";
    static final String ENDED_EARLY = "absenceEndedEarly";

    /** Who is away; whoever starts the process where nobody is named. */
    static final ProcessVariable<String> USER = ProcessVariable.text("user");

    /** A date, or an ISO instant. */
    static final ProcessVariable<String> FROM = ProcessVariable.text("from");

    /** A date, whose end is meant, or an ISO instant. */
    static final ProcessVariable<String> TO = ProcessVariable.text("to");

    static final ProcessVariable<String> SUBSTITUTE = ProcessVariable.text("substitute");

    static final ProcessVariable<Date> BEGINS_AT = new ProcessVariable<>("beginsAt", Date.class);
    static final ProcessVariable<Date> ENDS_AT = new ProcessVariable<>("endsAt", Date.class);

    private AbsenceProcess() {}
}
