package dev.convergence.adaptive.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class SourcesDouble implements Sources {
    @Override
    public Optional<Source> find(String id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Source> all() {
        return List.of(
                new Source("web-analytics", "Web analytics", "analytics", Duration.ofMinutes(30), 3),
                new Source("email", "E-mail", "marketing", Duration.ofHours(1), null));
    }
}
