// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import reactor.netty.ChannelPipelineConfigurer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Makes HTTP clients from what was set and given, the same for all calls. */
final class WireSetup {
    private static final int PENDING_ACQUIRES = 1_000;
    /** Below the 60 to 75 seconds after which servers' proxies close an idle connection. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(50);

    private static final Duration MAX_LIFE = Duration.ofMinutes(10);
    private static final Duration EVICTION = Duration.ofSeconds(30);

    private WireSetup() {}

    static ConnectionProvider pool(ClientSettings.Pool bounds) {
        return ConnectionProvider.builder("blueflux-http")
                .maxConnections(bounds.maxConnections())
                .pendingAcquireMaxCount(PENDING_ACQUIRES)
                .pendingAcquireTimeout(bounds.acquireTimeout())
                .maxIdleTime(MAX_IDLE)
                .maxLifeTime(MAX_LIFE)
                .evictInBackground(EVICTION)
                .build();
    }

    static HttpClient client(ClientSettings.Http source) {
        HttpClient client = base(source)
                .followRedirect(false)
                .compress(true)
                .responseTimeout(null)
                .disableRetry(true)
                .headers(headers ->
                        headers.set(HttpHeaderNames.ACCEPT, "*/*").set(HttpHeaderNames.USER_AGENT, source.userAgent()))
                .doOnRequest(WireCallbacks::noteUse)
                .doAfterRequest(WireCallbacks::noteSent)
                .doOnResponse(WireCallbacks::giveUpUnfinished)
                .doAfterResponseSuccess(WireCallbacks::throwAwayUnheard);
        if (client.configuration().doOnChannelInit() == ChannelPipelineConfigurer.emptyConfigurer()) {
            client = client.doOnChannelInit(WireCallbacks::noteOpened); // two would split a pool that clients share
        }
        if (client.configuration().decoder().maxHeaderSize() != source.headerBytes()) {
            client = client.httpResponseDecoder(spec -> spec.maxHeaderSize(source.headerBytes()));
        }
        if (source.connectTimeout() != null) {
            client = withConnectTimeout(client, source.connectTimeout());
        }
        if (source.proxy() != null) {
            client = client.proxy(source.proxy());
            if (source.given() == null) {
                client = client.resolver(NoopAddressResolverGroup.INSTANCE); // the proxy knows names that we need not
            }
        }
        if (source.resolver() != null) {
            client = client.resolver(source.resolver());
        }
        if (source.sslContext() != null) {
            SslContext context = source.sslContext();
            client = client.secure(spec -> spec.sslContext(context).handlerConfigurator(WireSetup::verifyHostName));
        }
        return client;
    }

    private static HttpClient withConnectTimeout(HttpClient client, Duration timeout) {
        return client.option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    }

    private static HttpClient base(ClientSettings.Http source) {
        if (source.given() != null) {
            return source.given();
        }
        HttpClient client = HttpClient.create(Objects.requireNonNull(source.pool()));
        return withConnectTimeout(
                source.loops() == null ? client : client.runOn(source.loops()), ClientSettings.Http.CONNECT_TIMEOUT);
    }

    private static void verifyHostName(SslHandler handler) {
        SSLParameters parameters = handler.engine().getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(parameters);
    }
}
