package dev.convergence.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLTransientConnectionException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** One row that cannot be read leaves the others as they are, and is named. */
class RowReaderTest {

    @Test
    void readsTheOthersAndNamesTheOne() {
        List<OmittedEntry> left = new ArrayList<>();
        List<Integer> read;
        try (RowReader.Listening listening = RowReader.listen(left::add)) {
            read = RowReader.all("number", List.of("1", "two", "3"), text -> text, Integer::valueOf);
        }
        RowReader.all("number", List.of("four"), text -> text, Integer::valueOf);

        assertThat(read).containsExactly(1, 3);
        assertThat(left)
                .extracting(OmittedEntry::kind, OmittedEntry::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("number", "two"));
        assertThat(left.get(0).reason()).contains("two");
    }

    @Test
    void saysThatSomethingIsIncomplete() {
        List<OmittedEntry> left = new ArrayList<>();
        try (RowReader.Listening listening = RowReader.listen(left::add)) {
            RowReader.one("date", "a", () -> {
                throw new DateTimeException(null);
            });
        }

        assertThat(left).containsExactly(new OmittedEntry("date", "a", "is incomplete"));
    }

    @Test
    void takesNoLostDatabaseForABadRowHoweverDeepItsFaultLies() {
        ProcessEngineException wrapped = new ProcessEngineException(
                "failed", new PersistenceException(new SQLTransientConnectionException("no connection")));

        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> RowReader.one("row", "a", () -> {
                    throw wrapped;
                }));
        assertThatExceptionOfType(CannotCreateTransactionException.class)
                .isThrownBy(() -> RowReader.one("row", "a", () -> {
                    throw new CannotCreateTransactionException("no connection");
                }));
    }

    @Test
    void tellsWhoeverListensAroundIt() {
        List<OmittedEntry> around = new ArrayList<>();
        List<OmittedEntry> within = new ArrayList<>();
        try (RowReader.Listening outer = RowReader.listen(around::add)) {
            try (RowReader.Listening inner = RowReader.listen(within::add)) {
                RowReader.all("number", List.of("two"), text -> text, Integer::valueOf);
            }
            RowReader.all("number", List.of("three"), text -> text, Integer::valueOf);
        }

        assertThat(within).extracting(OmittedEntry::key).containsExactly("two");
        assertThat(around).extracting(OmittedEntry::key).containsExactly("two", "three");
    }

    @Test
    void takesNoLostDatabaseForABadRow() {
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> RowReader.one("row", "a", () -> {
                    throw new DataAccessResourceFailureException("gone");
                }));
    }
}
