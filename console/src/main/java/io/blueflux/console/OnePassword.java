// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.Confidential;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import reactor.core.publisher.Mono;

/** The one user, whose password is in memory anyway: a slow hash of it would only let strangers keep the cores busy. */
final class OnePassword implements ReactiveAuthenticationManager {
    private static final String USER = "blueflux";

    private final Confidential password;

    OnePassword(Confidential password) {
        this.password = password;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication given) {
        boolean isUser = isSame(USER, given.getName());
        boolean isRight = isSame(password.reveal(), String.valueOf(given.getCredentials()));
        return isUser && isRight
                ? Mono.just(UsernamePasswordAuthenticationToken.authenticated(
                        USER, "", AuthorityUtils.createAuthorityList("ROLE_OPERATOR")))
                : Mono.error(new BadCredentialsException("wrong user or password"));
    }

    /** Takes as long whatever is given. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
