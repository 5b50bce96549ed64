// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static io.blueflux.spring.InvalidPropertyException.checked;

import io.blueflux.AnswerLimits;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.RetryPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.netty.transport.ProxyProvider;

/** Sets up the client of each server as the configuration says, then as the application does. */
final class ClientSetup implements UnaryOperator<BbbClientBuilder> {
    private static final String PREFIX = "blueflux.client.";

    private final BluefluxProperties.Client settings;
    private final TlsBundles tls;
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();
    private final List<BbbClientCustomizer> customizers;
    private final @Nullable Consumer<ProxyProvider.TypeSpec> proxy;
    private final @Nullable AnswerLimits limits;

    /**
     * Makes the set-up.
     *
     * @param limits the bounds on answers; null for those of a fleet that polls
     */
    ClientSetup(
            BluefluxProperties properties,
            TlsBundles tls,
            List<BbbClientCustomizer> customizers,
            @Nullable AnswerLimits limits) {
        this.settings = properties.client();
        this.tls = tls;
        this.customizers = customizers;
        this.limits = limits;
        this.proxy = settings.proxy().host() == null ? null : ProxySpec.of(settings.proxy());
        properties.servers().forEach((key, server) -> {
            if (server.sslBundle() != null) {
                String property = "blueflux.servers." + key + ".ssl-bundle";
                bundles.put(ConfiguredServers.name(key, server), new Bundle(server.sslBundle(), property));
            }
        });
    }

    @Override
    public BbbClientBuilder apply(BbbClientBuilder builder) {
        if (limits != null) {
            builder.limits(limits);
        }
        set("connect-timeout", settings.connectTimeout(), builder::connectTimeout);
        set("silence-timeout", settings.silenceTimeout(), builder::silenceTimeout);
        set("create-timeout", settings.createTimeout(), builder::createTimeout);
        set("deadline", settings.deadline(), builder::deadline);
        set("user-agent", settings.userAgent(), builder::userAgent);
        builder.retry(retry());
        if (proxy != null) {
            builder.proxy(proxy);
        }
        trust(builder);
        customizers.forEach(each -> each.customize(builder));
        return builder;
    }

    private void trust(BbbClientBuilder builder) {
        Bundle own = bundles.get(builder.server().name());
        String shared = settings.sslBundle();
        if (own != null) {
            builder.sslContext(tls.context(own.name(), own.property()));
        } else if (shared != null) {
            builder.sslContext(tls.context(shared, PREFIX + "ssl-bundle"));
        }
    }

    private RetryPolicy retry() {
        BluefluxProperties.Retry given = settings.retry();
        RetryPolicy policy = RetryPolicy.NONE;
        return checked(
                PREFIX + "retry",
                () -> policy.withAttempts(given.attempts() == null ? policy.attempts() : given.attempts())
                        .withBackoff(
                                given.firstBackoff() == null ? policy.firstBackoff() : given.firstBackoff(),
                                given.maxBackoff() == null ? policy.maxBackoff() : given.maxBackoff()));
    }

    private static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
        if (value != null) {
            checked(PREFIX + property, () -> {
                setter.accept(value);
                return value;
            });
        }
    }

    /** An SSL bundle, and where it was named. */
    private record Bundle(String name, String property) {}
}
