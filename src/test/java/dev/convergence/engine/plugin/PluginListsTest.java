package dev.convergence.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PluginListsTest {

    @Test
    void keepWhatIsThere() {
        assertThat(PluginLists.to(List.of("a", "b"), "c")).containsExactly("a", "b", "c");
    }

    @Test
    void beginWhereNothingIs() {
        assertThat(PluginLists.to(null, "c")).containsExactly("c");
    }

    @Test
    void leaveRoomForMore() {
        assertThat(PluginLists.to(PluginLists.to(null, "a"), "b")).containsExactly("a", "b");
    }
}
