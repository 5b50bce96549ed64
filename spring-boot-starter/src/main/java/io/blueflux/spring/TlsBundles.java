// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;

/** The TLS contexts of SSL bundles, one a bundle; each is made anew when its bundle is reloaded. */
final class TlsBundles {
    private static final Logger LOG = LoggerFactory.getLogger(TlsBundles.class);

    private final @Nullable SslBundles bundles;
    private final Map<String, ReloadedSslContext> contexts = new ConcurrentHashMap<>();

    TlsBundles(@Nullable SslBundles bundles) {
        this.bundles = bundles;
    }

    /**
     * Returns the context of a bundle.
     *
     * @param property where the bundle was named
     */
    SslContext context(String bundle, String property) {
        return contexts.computeIfAbsent(bundle, name -> follow(name, property));
    }

    private ReloadedSslContext follow(String bundle, String property) {
        try {
            if (bundles == null) {
                throw new NoSuchSslBundleException(bundle, "there are no SSL bundles");
            }
            ReloadedSslContext context = new ReloadedSslContext(context(bundles.getBundle(bundle)));
            bundles.addBundleUpdateHandler(bundle, next -> reload(bundle, context, next));
            return context;
        } catch (NoSuchSslBundleException e) {
            throw new InvalidPropertyException(
                    property,
                    "there is no SSL bundle of this name",
                    "Configure it under spring.ssl.bundle.pem or spring.ssl.bundle.jks, or leave this out.");
        } catch (SSLException | RuntimeException e) {
            throw new InvalidPropertyException(
                    property,
                    "the SSL bundle cannot be used: " + e.getMessage(),
                    "Mend the certificates and keys of the bundle under spring.ssl.bundle.");
        }
    }

    private static void reload(String bundle, ReloadedSslContext context, SslBundle next) {
        try {
            context.reload(context(next));
        } catch (SSLException | RuntimeException e) {
            LOG.warn("the SSL bundle {} was reloaded and cannot be used; the one before stays", bundle, e);
        }
    }

    private static SslContext context(SslBundle bundle) throws SSLException {
        SslManagerBundle managers = bundle.getManagers();
        SslOptions options = bundle.getOptions();
        return SslContextBuilder.forClient()
                .keyManager(managers.getKeyManagerFactory())
                .trustManager(managers.getTrustManagerFactory())
                .ciphers(SslOptions.asSet(options.getCiphers()))
                .protocols(options.getEnabledProtocols())
                .build();
    }
}
