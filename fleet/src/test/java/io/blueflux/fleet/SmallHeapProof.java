// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.error.LimitExceededException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** A fleet of modest and of hostile servers, run in a JVM of its own with a small heap. Exits with 0 if nobody hurt the others. */
final class SmallHeapProof {
    private static final int POLLS = 5;

    private final Map<String, Throwable> modestErrors = new ConcurrentHashMap<>();
    private final Map<String, Throwable> hostileErrors = new ConcurrentHashMap<>();
    private final Map<String, Integer> polls = new ConcurrentHashMap<>();
    private final CountDownLatch left;

    private SmallHeapProof(int servers) {
        this.left = new CountDownLatch(servers);
    }

    /** Takes the URL under which the servers are, and how many modest and hostile ones there are. */
    public static void main(String[] arguments) throws InterruptedException {
        int modest = Integer.parseInt(arguments[1]);
        int hostile = Integer.parseInt(arguments[2]);
        new SmallHeapProof(modest + hostile).run(arguments[0], modest, hostile);
    }

    private void run(String url, int modest, int hostile) throws InterruptedException {
        PollSchedule often = PollSchedule.every(Duration.ofMillis(500)).withMaxBackoff(Duration.ofSeconds(1));
        BbbFleet fleet = BbbFleet.builder(PollPlan.of(often).withDeadline(Duration.ofMinutes(5)))
                .clients(client ->
                        client.silenceTimeout(Duration.ofMinutes(5))) // the processor is not what is to be shown
                .build();
        fleet.reports().subscribe(this::hear);
        IntStream.range(0, modest).forEach(i -> fleet.add(server(url, "modest" + i)));
        IntStream.range(0, hostile).forEach(i -> fleet.add(server(url, "hostile" + i)));
        fleet.start();
        left.await();
        List<String> unknown = fleet.snapshot().servers().values().stream()
                .filter(server ->
                        server.name().startsWith("modest") && server.counts().meetings() != 10)
                .map(ServerView::name)
                .toList();
        System.out.println("modest ones that failed: " + modestErrors + ", that are not known: " + unknown);
        System.out.println("hostile ones that failed: " + hostileErrors);
        boolean limits = hostileErrors.values().stream().allMatch(LimitExceededException.class::isInstance);
        System.exit(modestErrors.isEmpty() && unknown.isEmpty() && limits ? 0 : 1);
    }

    private void hear(ServerReport report) {
        String name = report.server().name();
        if (report.error() != null) {
            (name.startsWith("modest") ? modestErrors : hostileErrors).put(name, report.error());
        }
        int enough = name.startsWith("modest") ? POLLS : 2;
        if (polls.merge(name, 1, Integer::sum) == enough) {
            left.countDown();
        }
    }

    private static BbbServer server(String url, String name) {
        return BbbServer.of(url + name + "/bigbluebutton/", "secret-of-" + name).withName(name);
    }
}
