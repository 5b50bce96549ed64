// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says each thing once. */
final class OnceLog {
    private static final Logger LOG = LoggerFactory.getLogger(InfinispanCluster.class);
    private static final int MOST = 1000;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    void warn(String about, String message, Object... arguments) {
        if (isNew(about)) {
            LOG.warn(message, arguments);
        }
    }

    void error(String about, String message, Object... arguments) {
        if (isNew(about)) {
            LOG.error(message, arguments);
        }
    }

    private boolean isNew(String about) {
        return said.size() < MOST && said.add(about);
    }
}
