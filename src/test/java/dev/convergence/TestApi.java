package dev.convergence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.convergence.people.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that show what a controller sees. */
@RestController
@RequestMapping("/api/test")
class TestApi {

    private final IdentityService identity;

    TestApi(IdentityService identity) {
        this.identity = identity;
    }

    @GetMapping("/me")
    Map<String, Object> me(CurrentUser user) {
        return Map.of("id", user.id(), "legal", user.isIn("legal"), "engine", engineUser());
    }

    @GetMapping("/later")
    Callable<Map<String, Object>> later() {
        return () -> Map.of("engine", engineUser());
    }

    @GetMapping("/forbidden")
    void forbidden(CurrentUser user) {
        throw new AuthorizationException(user.id(), "DELETE", "everything", "*");
    }

    @PostMapping("/length")
    Map<String, Object> length(@RequestBody JsonNode body) {
        return Map.of("length", body.path("text").asText().length());
    }

    private List<Object> engineUser() {
        Authentication current = identity.getCurrentAuthentication();
        return current == null ? List.of() : List.of(current.getUserId(), current.getGroupIds());
    }
}
