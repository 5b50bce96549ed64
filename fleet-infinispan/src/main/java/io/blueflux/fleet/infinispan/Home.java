// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;

/**
 * Where the grid's caches are.
 *
 * @param manager has started
 * @param own it is stopped when this member leaves
 */
record Home(EmbeddedCacheManager manager, boolean own) {
    private static final long LONGEST_JOIN_MILLIS = 20_000;

    static Home of(EmbeddedCacheManager manager) {
        return new Home(manager, false);
    }

    /** Starts a manager; blocks until it is a member, or alone. */
    static Home started(GridSettings settings, String node) throws Exception {
        GridChannel channel = new GridChannel(settings, settings.derivedKey());
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport()
                .clusterName(settings.cluster())
                .nodeName(node)
                .distributedSyncTimeout(LONGEST_JOIN_MILLIS)
                .addProperty(JGroupsTransport.CHANNEL_CONFIGURATOR, channel);
        global.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
        global.metrics().gauges(false).histograms(false);
        global.jmx().disable();
        return new Home(new DefaultCacheManager(global.build()), true);
    }
}
