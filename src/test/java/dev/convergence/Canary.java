package dev.convergence;

import dev.convergence.engine.expression.BeanReach;
import dev.convergence.engine.expression.ModelBean;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Sings when an expression reaches it. */
@ModelBean(value = "canary", reach = BeanReach.ANYWHERE)
public class Canary {

    private final AtomicInteger songs = new AtomicInteger();

    public String sing() {
        songs.incrementAndGet();
        return "tweet";
    }

    public String repeat(Object text) {
        songs.incrementAndGet();
        return String.valueOf(text);
    }

    /** A thing that no model may look into. */
    public Object cage() {
        return new Object() {
            @SuppressWarnings("unused")
            public String key() {
                return "key";
            }
        };
    }

    public Map<String, Object> facts() {
        return Map.of("colour", "yellow");
    }

    public int songs() {
        return songs.get();
    }
}
