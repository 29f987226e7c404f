package dev.convergence.security;

import dev.convergence.people.CurrentUser;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks a user's password with the engine, which also slows down who guesses. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identity;

    EngineAuthenticationProvider(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String id = claim.getName();
        if (!identity.checkPassword(id, String.valueOf(claim.getCredentials()))) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return AuthenticatedUserFactory.of(userWithGroups(id));
    }

    private CurrentUser userWithGroups(String id) {
        return new CurrentUser(
                id,
                identity.createGroupQuery().groupMember(id).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
