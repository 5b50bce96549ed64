// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.error.CallSite;
import io.blueflux.error.TransportException;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.scheduler.Schedulers;
import reactor.netty.transport.ProxyProvider;

class WireErrorsTest {
    private static final CallSite SITE = new CallSite("bbb1", "getMeetings");
    private final Error error = new OutOfMemoryError("heap");

    @Test
    void anErrorIsItselfHoweverItIsWrapped() {
        assertThat(map(error)).isSameAs(error);
        assertThat(map(new RuntimeException("internal", error))).isSameAs(error);
        assertThat(map(Exceptions.propagate(new IOException(new DecoderException(error)))))
                .isSameAs(error);
        assertThat(map(new IOException(new NoClassDefFoundError("a")))).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void causesThatGoRoundHaveAnEnd() {
        Exception inner = new IOException("inner");
        Exception outer = new IOException("outer", inner);
        inner.initCause(outer);

        assertThat(map(outer)).isInstanceOf(TransportException.class);
    }

    @Test
    void theReasonOfAHandshakeThatFailedHasAnEnd() {
        Exception inner = new IOException("inner");
        Exception outer = new SSLException("outer", inner);
        inner.initCause(outer);

        assertThat(map(outer)).hasMessageContaining("(SSLException, IOException, ");
    }

    @Test
    void whatTheWireDidIsOurs() {
        assertThat(map(new IOException("reset")))
                .isInstanceOfSatisfying(
                        TransportException.class,
                        error -> assertThat(error.isTransient()).isTrue());
    }

    @Test
    void hostsWithUnderscoresAreNamedToo() {
        BbbClientBuilder client = BbbClient.builder(BbbServer.of("https://bbb_web:8443", "s"));
        assertThat(map(new SSLException("No name matching bbb_web found"), client))
                .hasMessageContaining("for another host than bbb_web");

        client.proxy(spec -> spec.type(ProxyProvider.Proxy.HTTP).host("proxy.example.org"));
        assertThat(map(new UnknownHostException("bbb_web: unknown"), client)).hasMessageContaining("of the server");
        assertThat(map(new UnknownHostException("proxy.example.org: unknown"), client))
                .hasMessageContaining("of the proxy");
    }

    private static Throwable map(Throwable thrown) {
        return map(thrown, BbbClient.builder(BbbServer.of("https://bbb.example.org", "s")));
    }

    private static Throwable map(Throwable thrown, BbbClientBuilder client) {
        long end = Schedulers.parallel().now(TimeUnit.NANOSECONDS) + TimeUnit.SECONDS.toNanos(9);
        CallTimer timer = new CallTimer(SITE, Schedulers.parallel(), Duration.ofSeconds(9), Duration.ofSeconds(9), end);
        return WireErrors.map(SITE, thrown, new WireAttempt(timer, false), client.settings());
    }
}
