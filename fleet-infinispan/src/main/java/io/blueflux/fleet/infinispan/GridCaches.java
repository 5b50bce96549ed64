// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import org.infinispan.Cache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.partitionhandling.PartitionHandling;

/** The caches of a member. Each part of a cluster that falls apart goes on; there is nothing to merge, since readers know what is newer. */
final class GridCaches {
    private static final String WORDS = "blueflux-words";
    private static final String CLAIMS = "blueflux-claims";
    private static final long TIMEOUT_MILLIS = 4_000;
    private static final long TRANSFER_MILLIS = 20_000;

    private final EmbeddedCacheManager manager;
    private final Cache<String, byte[]> words;
    private final Cache<String, String> claims;

    /** Blocks until the others' entries are here. */
    GridCaches(EmbeddedCacheManager manager) {
        this.manager = manager;
        words = started(WORDS, CacheMode.REPL_ASYNC);
        claims = started(CLAIMS, CacheMode.REPL_SYNC);
    }

    Cache<String, byte[]> words() {
        return words;
    }

    Cache<String, String> claims() {
        return claims;
    }

    void stop() {
        words.stop();
        claims.stop();
        manager.undefineConfiguration(WORDS);
        manager.undefineConfiguration(CLAIMS);
    }

    private <V> Cache<String, V> started(String name, CacheMode mode) {
        if (manager.getCacheConfiguration(name) == null) {
            manager.defineConfiguration(name, configuration(mode));
        }
        return manager.getCache(name);
    }

    private static Configuration configuration(CacheMode mode) {
        ConfigurationBuilder cache = new ConfigurationBuilder();
        cache.clustering().cacheMode(mode).hash().keyPartitioner(new Slot.Segment());
        cache.clustering().partitionHandling().whenSplit(PartitionHandling.ALLOW_READ_WRITES);
        cache.clustering().stateTransfer().timeout(TRANSFER_MILLIS);
        if (mode.isSynchronous()) {
            cache.clustering().remoteTimeout(TIMEOUT_MILLIS);
        }
        cache.statistics().disable();
        return cache.build();
    }
}
