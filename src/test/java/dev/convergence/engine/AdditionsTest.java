package dev.convergence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionsTest {

    @Test
    void keepWhatIsThere() {
        assertThat(Additions.to(List.of("a", "b"), "c")).containsExactly("a", "b", "c");
    }

    @Test
    void beginWhereNothingIs() {
        assertThat(Additions.to(null, "c")).containsExactly("c");
    }

    @Test
    void leaveRoomForMore() {
        assertThat(Additions.to(Additions.to(null, "a"), "b")).containsExactly("a", "b");
    }
}
