// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The token that a write must carry, beside its cookie. */
@RestController
class CsrfPage {

    /** A token, and the header it goes into. */
    record Token(String headerName, String token) {}

    @GetMapping("/api/csrf")
    Mono<ResponseEntity<Token>> token(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getRequiredAttribute(CsrfToken.class.getName());
        return token.map(made -> ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Token(made.getHeaderName(), made.getToken())));
    }
}
