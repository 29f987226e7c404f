package dev.convergence.engine.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a form shows before anybody enters anything. */
interface FormState {

    /** The value of a variable, JSON as text; empty where there is none. */
    Optional<Object> value(String variable);

    /** The values that a form's conditions may ask for, by these names; what is not there is left out. */
    Map<String, Object> values(Set<String> names);

    /** Whether a condition is true of these values; not where that cannot be said. */
    boolean holds(String condition, Map<String, Object> values);
}
