// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.AnswerLimits;
import io.blueflux.BbbServer;
import io.blueflux.parameter.Validation;
import io.blueflux.profile.ServerProfile;
import io.blueflux.sign.FormPost;
import io.netty.handler.ssl.SslContext;
import io.netty.resolver.AddressResolverGroup;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

/**
 * What a client is set to, checked, and the defaults of what can be set. A value: a builder that goes on changes nothing here.
 *
 * @param timer runs all timeouts
 * @param clock the time of day, for listeners
 */
record ClientSettings(
        BbbServer server,
        Http http,
        Pool pool,
        Timeouts timeouts,
        Requests requests,
        Answers answers,
        CallListener listener,
        Scheduler timer,
        Clock clock) {

    static final CallListener DEFAULT_LISTENER = CallListener.NONE;
    static final Clock DEFAULT_CLOCK = Clock.systemUTC();

    /** Returns the server's name: what else is set may hold what is secret. */
    @Override
    public String toString() {
        return "settings of a client for " + server;
    }

    /**
     * All that an HTTP client is made from.
     *
     * @param connectTimeout null where nobody set it
     * @param headerBytes the most that the headers of an answer may take
     */
    record Http(
            @Nullable HttpClient given,
            @Nullable ConnectionProvider pool,
            @Nullable LoopResources loops,
            @Nullable Duration connectTimeout,
            @Nullable Consumer<? super ProxyProvider.TypeSpec> proxy,
            @Nullable SslContext sslContext,
            @Nullable AddressResolverGroup<?> resolver,
            int headerBytes,
            String userAgent) {

        /** Of clients that are not given. */
        static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

        static final int HEADER_BYTES = 32 << 10;
        static final String USER_AGENT = "blueflux/" + ClientVersion.TEXT;

        Http {
            if (given != null && (pool != null || loops != null)) {
                throw new IllegalArgumentException(
                        "httpClient holds its own connectionProvider and loopResources; give one or the others");
            }
        }

        /** Returns this with what the client made itself, where nothing was given. */
        Http with(@Nullable ConnectionProvider ownPool, @Nullable LoopResources ownLoops) {
            return new Http(
                    given,
                    ownPool == null ? pool : ownPool,
                    ownLoops == null ? loops : ownLoops,
                    connectTimeout,
                    proxy,
                    sslContext,
                    resolver,
                    headerBytes,
                    userAgent);
        }

        boolean hasProxy() {
            return proxy != null || (given != null && given.configuration().hasProxy());
        }

        /** Returns nothing of what is set: a proxy's password may be among it. */
        @Override
        public String toString() {
            return "what an HTTP client is made from";
        }
    }

    /** The bounds of the client's own pool. */
    record Pool(int maxConnections, Duration acquireTimeout) {
        static final Pool DEFAULT = new Pool(500, Duration.ofSeconds(10));
    }

    /**
     * The clocks of a call.
     *
     * @param create the silence of a server that may take long
     */
    record Timeouts(Duration silence, Duration create, Duration deadline) {
        static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(2));
    }

    /** What is sent, and what is known of who gets it. */
    record Requests(int urlBudget, FormPost formPost, Validation validation, ServerProfile profile) {
        static final int URL_BUDGET = 7_000;
        static final Requests DEFAULT =
                new Requests(URL_BUDGET, FormPost.AUTOMATIC, Validation.STRICT, ServerProfile.UNKNOWN);
    }

    /** What becomes of what comes back. */
    record Answers(AnswerLimits limits, RetryPolicy retry, RedirectPolicy redirects) {
        static final Answers DEFAULT = new Answers(AnswerLimits.DEFAULT, RetryPolicy.NONE, RedirectPolicy.JOIN);
    }
}
