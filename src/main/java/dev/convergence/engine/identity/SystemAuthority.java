package dev.convergence.engine.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Runs engine calls with the application's own authority, after the application has checked who asks. */
@Component
public class SystemAuthority {

    private static final ThreadLocal<Boolean> ANSWERED_FOR = new ThreadLocal<>();

    private final IdentityService identity;
    private final ThreadLocal<Authentication> asking = new ThreadLocal<>();

    SystemAuthority(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T call(Supplier<T> work) {
        Authentication caller = identity.getCurrentAuthentication();
        if (caller == null) {
            return work.get();
        }
        identity.clearAuthentication();
        asking.set(caller);
        try {
            return work.get();
        } finally {
            asking.remove();
            identity.setAuthentication(caller);
        }
    }

    /**
     * Runs engine calls with the caller's rights for which the application answers all the same: it has made them itself,
     * of what it has checked. Without this, what a caller does is taken for something from outside.
     */
    public <T> T onBehalf(Supplier<T> work) {
        ANSWERED_FOR.set(true);
        try {
            return work.get();
        } finally {
            ANSWERED_FOR.remove();
        }
    }

    public static boolean isAnsweredFor() {
        return ANSWERED_FOR.get() != null;
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Whose rights the engine checks at the moment; empty where the application acts with its own. */
    public Optional<Caller> authenticated() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .filter(authentication -> authentication.getUserId() != null)
                .map(SystemAuthority::caller);
    }

    /** Who asks, also within a call that runs with the application's authority; empty where time does. */
    public Optional<Caller> caller() {
        return Optional.ofNullable(identity.getCurrentAuthentication())
                .or(() -> Optional.ofNullable(asking.get()))
                .filter(authentication -> authentication.getUserId() != null)
                .map(SystemAuthority::caller);
    }

    private static Caller caller(Authentication authentication) {
        List<String> groups = authentication.getGroupIds();
        return new Caller(authentication.getUserId(), groups == null ? Set.of() : Set.copyOf(groups));
    }
}
