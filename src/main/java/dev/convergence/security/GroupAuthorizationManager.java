package dev.convergence.security;

import dev.convergence.people.CurrentUser;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets in whoever is in a group, however they have signed in. */
final class GroupAuthorizationManager implements AuthorizationManager<RequestAuthorizationContext> {

    private final Predicate<CurrentUser> belongs;

    private GroupAuthorizationManager(Predicate<CurrentUser> belongs) {
        this.belongs = belongs;
    }

    /** Whoever is in no group has nothing to do with any campaign. */
    static GroupAuthorizationManager inAny() {
        return new GroupAuthorizationManager(CurrentUser::isMember);
    }

    static GroupAuthorizationManager inOneOf(String... groups) {
        return new GroupAuthorizationManager(user -> Arrays.stream(groups).anyMatch(user::isIn));
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> caller, RequestAuthorizationContext call) {
        Authentication authentication = caller.get();
        return new AuthorizationDecision(authentication != null
                && authentication.getPrincipal() instanceof CurrentUser user
                && belongs.test(user));
    }
}
