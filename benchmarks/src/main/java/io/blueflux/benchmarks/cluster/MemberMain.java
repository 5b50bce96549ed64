// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.gate.CpuClock;
import io.blueflux.benchmarks.truth.Outbox;
import io.blueflux.benchmarks.truth.ToldEvents;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.BbbFleetBuilder;
import io.blueflux.fleet.ClusterHearer;
import io.blueflux.fleet.ClusterMembers;
import io.blueflux.fleet.ClusterWord;
import io.blueflux.fleet.FleetCluster;
import io.blueflux.fleet.FleetShare;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A member: a fleet that shares its servers with the others. Prints how many members it sees and, if asked to, what it is told.
 * Obeys {@code cut}, {@code heal}, {@code measure} and {@code place}; stops with its input and by SIGTERM.
 */
public final class MemberMain {
    private static final Logger ROOT = Logger.getLogger(""); // what Infinispan and JGroups log to

    private final Outbox out = new Outbox();
    private final CpuClock clock = CpuClock.ofProcess();
    private final MemberOptions options;
    private final MemberCluster cluster;
    private final BbbFleet fleet;
    private @Nullable Placing placing; // from the first order on: it hears of all that comes and goes

    private MemberMain(MemberOptions options) {
        this.options = options;
        this.cluster = new MemberCluster(options.addresses(), options.index());
        this.fleet = fleet();
    }

    /**
     * Runs the member.
     *
     * @param args as {@link MemberOptions} writes them
     */
    public static void main(String[] args) throws Exception {
        ROOT.setLevel(Level.WARNING);
        MemberMain member = new MemberMain(MemberOptions.of(args));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> member.fleet.disposeLater().block(Duration.ofSeconds(10))));
        member.fleet.replaceAll(Servers.fleet(member.options.servers(), member.options.port()));
        member.fleet.start();
        member.obey(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)));
        System.exit(0);
    }

    private void obey(BufferedReader input) {
        input.lines().forEach(this::obey);
    }

    private void obey(String order) {
        switch (order) {
            case "cut" -> cluster.cut();
            case "heal" -> cluster.heal();
            case "measure" -> out.say(Measure.here(clock, cluster).line());
            default -> place(order);
        }
    }

    private void place(String order) {
        if (!order.startsWith(Member.PLACE)) {
            throw new IllegalArgumentException(order);
        }
        if (placing == null) {
            placing = new Placing(fleet, cluster.claims());
        }
        placing.place(order.substring(Member.PLACE.length())).subscribe(placed -> out.say(placed.line()));
    }

    private BbbFleet fleet() {
        PollPlan plan = PollPlan.of(PollSchedule.every(options.interval())).withAttendeeGrace(Duration.ZERO);
        BbbFleetBuilder builder = BbbFleet.builder(plan).clients(client -> client.userAgent(options.name()));
        if (options.tells()) {
            builder.task(polled -> ToldEvents.of(polled).doOnNext(told -> out.say(told.line())));
        }
        return (options.isJoined()
                        ? builder.cluster(watched(cluster.engine()))
                        : builder.share(FleetShare.modulo(
                                options.index(), options.addresses().size())))
                .build();
    }

    private FleetCluster watched(FleetCluster engine) {
        return hearer -> engine.join(new ClusterHearer() {
                    @Override
                    public void members(ClusterMembers now) {
                        hearer.members(now);
                        out.say("members " + now.names().size());
                    }

                    @Override
                    public void heard(ClusterWord word) {
                        hearer.heard(word);
                    }
                })
                .doOnError(error -> System.err.println("benchmarks: " + options.name() + " did not join: " + error));
    }
}
