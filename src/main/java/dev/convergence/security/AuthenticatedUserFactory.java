package dev.convergence.security;

import dev.convergence.people.CurrentUser;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Somebody who has signed in, as Spring Security knows them. */
final class AuthenticatedUserFactory {

    private AuthenticatedUserFactory() {}

    /** A token of its own for each call, since calls leave marks on it; the user's groups are what it may do. */
    static Authentication of(CurrentUser user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList(user.groups()));
    }
}
