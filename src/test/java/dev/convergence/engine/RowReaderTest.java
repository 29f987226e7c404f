package dev.convergence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** One row that cannot be read leaves the others as they are, and is named. */
class RowReaderTest {

    @Test
    void readsTheOthersAndNamesTheOne() {
        List<LeftOut> left = new ArrayList<>();
        List<Integer> read;
        try (RowReader.Listening listening = RowReader.listen(left::add)) {
            read = RowReader.all("number", List.of("1", "two", "3"), text -> text, Integer::valueOf);
        }
        RowReader.all("number", List.of("four"), text -> text, Integer::valueOf);

        assertThat(read).containsExactly(1, 3);
        assertThat(left)
                .extracting(LeftOut::kind, LeftOut::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("number", "two"));
        assertThat(left.get(0).reason()).contains("two");
    }

    @Test
    void saysThatSomethingIsIncomplete() {
        List<LeftOut> left = new ArrayList<>();
        try (RowReader.Listening listening = RowReader.listen(left::add)) {
            RowReader.one("date", "a", () -> {
                throw new DateTimeException(null);
            });
        }

        assertThat(left).containsExactly(new LeftOut("date", "a", "is incomplete"));
    }

    @Test
    void takesNoLostDatabaseForABadRow() {
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> RowReader.one("row", "a", () -> {
                    throw new DataAccessResourceFailureException("gone");
                }));
    }
}
