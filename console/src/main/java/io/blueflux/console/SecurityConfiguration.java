// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.Confidential;
import io.blueflux.cli.ConsoleSettings;
import io.netty.handler.timeout.WriteTimeoutHandler;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpBasicServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.WebFilter;

/** Who may ask, and what a browser may do with the answer. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    private static final int LONGEST_WRITE = 60; // seconds

    /** First of all filters, so that what the next ones refuse has them too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebFilter safeHeaders() {
        return SafeHeaders.filter();
    }

    @Bean
    NettyServerCustomizer safeHeadersOfTheServer() {
        return SafeHeaders.customizer();
    }

    /** A browser that has gone without a word, or reads no more, gives its place back. */
    @Bean
    NettyServerCustomizer readers() {
        return server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addFirst("console.readers", new WriteTimeoutHandler(LONGEST_WRITE)));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    WebFilter sameOrigin(ConsoleSettings settings) {
        return new SameOriginFilter(settings.password() == null);
    }

    /** Names of servers stand in paths, and may have any character. */
    @Bean
    StrictServerWebExchangeFirewall firewall() {
        StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, ConsoleSettings settings) {
        CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        http.headers(ServerHttpSecurity.HeaderSpec::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        Confidential password = settings.password();
        if (password == null) {
            return http.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                    .authorizeExchange(requests -> requests.anyExchange().permitAll())
                    .build();
        }
        HttpBasicServerAuthenticationEntryPoint question = new HttpBasicServerAuthenticationEntryPoint();
        question.setRealm("blueflux");
        return http.httpBasic(basic -> basic.authenticationManager(new OnePassword(password))
                        .authenticationEntryPoint(question)
                        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance()))
                .authorizeExchange(requests -> requests.anyExchange().authenticated())
                .build();
    }
}
