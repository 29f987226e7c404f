package dev.convergence.paging;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * A part of a list.
 *
 * @param total how many the whole list has
 */
public record Page<T>(List<T> items, long total) {

    /** The header of an answer that says how many the whole list has. */
    public static final String TOTAL = "X-Total-Count";

    /** The part as a JSON array. */
    public ResponseEntity<List<T>> answer() {
        return answer(items -> items);
    }

    /** The part in another form. */
    public <B> ResponseEntity<B> answer(Function<List<T>, B> form) {
        return ResponseEntity.ok().header(TOTAL, String.valueOf(total)).body(form.apply(items));
    }
}
