package dev.convergence.absence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An absence as the API is asked for it.
 *
 * @param user who is away; null for the caller
 * @param from an instant, or the first day away
 * @param to an instant, or the last day away
 */
record AbsenceRequest(
        @Size(max = 64) @Pattern(regexp = PLAIN, message = PLAIN_MEANS) String user,
        @NotBlank @Size(max = 64) String from,
        @NotBlank @Size(max = 64) String to,
        @NotBlank @Size(max = 64) @Pattern(regexp = PLAIN, message = PLAIN_MEANS) String substitute) {

    static final String PLAIN = "\\P{Cntrl}*";
    static final String PLAIN_MEANS = "must not contain control characters";
}
