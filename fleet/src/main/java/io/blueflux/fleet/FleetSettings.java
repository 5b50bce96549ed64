// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.AnswerLimits;
import io.blueflux.reactor.BbbClientBuilder;
import io.blueflux.reactor.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.LoopResources;

/**
 * What a fleet is set to, checked, and the defaults of what can be set. A value: a builder that goes on changes nothing here.
 *
 * @param plan how servers without a plan of their own are polled
 * @param share which servers are this fleet's
 * @param cluster who shares them otherwise, each of whom knows all; null where nobody does
 * @param timer runs waits and deadlines
 * @param clock the time of day
 */
record FleetSettings(
        PollPlan plan,
        FleetShare share,
        @Nullable Membership cluster,
        Polls polls,
        Clients clients,
        Search search,
        Scheduler timer,
        Clock clock) {

    FleetSettings {
        clients.check(plan);
    }

    /** Returns nothing of what is set: it is the host's. */
    @Override
    public String toString() {
        return "settings of a fleet";
    }

    /**
     * How a cluster is joined.
     *
     * @param engine the host's
     * @param desk runs what follows from what members tell; never a thread that must not block
     */
    record Membership(FleetCluster engine, Scheduler desk) {}

    /**
     * The bounds on all polls together.
     *
     * @param maxInFlight permits, those of the sick included
     * @param maxSickInFlight permits of servers that are known to fail
     * @param maxMemory bytes of heap that answers may take
     * @param health when a server is down, and up again
     * @param drainTimeout how long a stop waits for polls in flight
     */
    record Polls(int maxInFlight, int maxSickInFlight, long maxMemory, HealthPolicy health, Duration drainTimeout) {
        static final int MAX_IN_FLIGHT = 512;
        static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);

        Polls {
            if (maxSickInFlight >= maxInFlight) {
                throw new IllegalArgumentException("maxSickInFlight must be below maxInFlight = " + maxInFlight);
            }
        }

        /** Six tenths of the heap. */
        static long defaultMemory() {
            return Runtime.getRuntime().maxMemory() / 10 * 6;
        }
    }

    /**
     * How long a meeting is looked for.
     *
     * @param afterAnswer from the first server that answers
     * @param inAll from the beginning
     */
    record Search(Duration afterAnswer, Duration inAll) {
        static final Search DEFAULT = new Search(Duration.ofSeconds(2), Duration.ofSeconds(5));

        Search {
            Checks.atLeast(Duration.ofMillis(1), afterAnswer, "afterAnswer");
            Checks.atLeast(afterAnswer, inAll, "inAll");
        }
    }

    /**
     * What the clients of all servers have in common.
     *
     * @param setUp the host's, for each server
     * @param listener hears each call
     * @param loops null where the fleet makes its own
     * @param maxConnectionsPerAddress bounds each pool
     * @param maxLifeTime of a connection
     */
    record Clients(
            UnaryOperator<BbbClientBuilder> setUp,
            CallListener listener,
            @Nullable LoopResources loops,
            int maxConnectionsPerAddress,
            Duration maxLifeTime) {
        static final AnswerLimits LIMITS = AnswerLimits.DEFAULT
                .withListBytes(64L << 20)
                .withItemBytes(8L << 20)
                .withAnswerBytes(8L << 20)
                .withTextLength(1 << 16)
                .withUnknownElements(10_000);

        static final int MAX_CONNECTIONS_PER_ADDRESS = 4_096;
        static final Duration MAX_LIFE_TIME = Duration.ofMinutes(10);

        /** Refuses a plan whose infos would wait for the list, and it for them. */
        void check(PollPlan plan) {
            int needed = plan.depth() == PollDepth.INFO ? plan.infoConcurrency() + 1 : 1;
            if (maxConnectionsPerAddress < needed) {
                throw new IllegalArgumentException(
                        "infoConcurrency " + plan.infoConcurrency() + " needs maxConnectionsPerAddress " + needed
                                + ", one for the list, not " + maxConnectionsPerAddress);
            }
        }
    }
}
