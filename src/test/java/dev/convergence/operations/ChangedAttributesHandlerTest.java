package dev.convergence.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class ChangedAttributesHandlerTest {

    private final List<String> writes = new ArrayList<>();
    private final MockHttpSession stored = new MockHttpSession() {
        @Override
        public void setAttribute(String name, Object value) {
            writes.add(name);
            super.setAttribute(name, value);
        }
    };

    @Test
    void writesWhatIsNew() {
        HttpSession session = ChangedAttributesHandler.of(stored);

        session.setAttribute("login", "rosa");

        assertThat(stored.getAttribute("login")).isEqualTo("rosa");
    }

    @Test
    void doesNotWriteBackWhatWasOnlyRead() {
        HttpSession session = sessionWith(new ArrayList<>(List.of("rosa")));

        session.setAttribute("login", session.getAttribute("login"));

        assertThat(writes).isEmpty();
    }

    @Test
    void writesAnObjectThatWasChangedInPlace() {
        HttpSession session = sessionWith(new ArrayList<>(List.of("rosa")));

        ((List<?>) session.getAttribute("login")).clear();
        session.setAttribute("login", session.getAttribute("login"));

        assertThat(writes).containsExactly("login");
    }

    @Test
    void writesAgainAfterARemoval() {
        HttpSession session = sessionWith("rosa");
        session.getAttribute("login");

        session.removeAttribute("login");
        session.setAttribute("login", "rosa");

        assertThat(writes).containsExactly("login");
    }

    private HttpSession sessionWith(Object login) {
        stored.setAttribute("login", login);
        writes.clear();
        return ChangedAttributesHandler.of(stored);
    }
}
