// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterLink;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** A member in a JVM of its own, which is to be killed. */
final class ChildMember {
    private ChildMember() {}

    /**
     * Joins, says its name, and tells a view now and then.
     *
     * @param arguments its own port, and those of others
     */
    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        ClusterDiscovery discovery = ClusterDiscovery.members(
                List.of(arguments).stream().map(each -> "127.0.0.1:" + each).toList());
        Recorder heard = new Recorder();
        ClusterLink link = Objects.requireNonNull(InfinispanCluster.embedded("test", discovery)
                .bind("127.0.0.1", port)
                .memberName("child")
                .join(heard)
                .block());
        link.tell(Words.view("child's", link.self(), 1, "m"));
        System.out.println(link.self());
        new CountDownLatch(1).await();
    }
}
