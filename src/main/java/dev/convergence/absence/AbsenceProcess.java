package dev.convergence.absence;

import dev.convergence.engine.Variable;
import java.util.Date;

/** The contract of the process {@code absence}. */
final class AbsenceProcess {

    static final String KEY = "absence";
    static final String ENDED_EARLY = "absenceEndedEarly";

    /** Who is away; whoever starts the process where nobody is named. */
    static final Variable<String> USER = Variable.text("user");

    /** A date, or an ISO instant. */
    static final Variable<String> FROM = Variable.text("from");

    /** A date, whose end is meant, or an ISO instant. */
    static final Variable<String> TO = Variable.text("to");

    static final Variable<String> SUBSTITUTE = Variable.text("substitute");

    static final Variable<Date> BEGINS_AT = new Variable<>("beginsAt", Date.class);
    static final Variable<Date> ENDS_AT = new Variable<>("endsAt", Date.class);

    private AbsenceProcess() {}
}
