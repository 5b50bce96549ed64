// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.server.LoopbackListener;
import io.blueflux.benchmarks.truth.Bustle;
import io.blueflux.benchmarks.truth.Outbox;
import io.blueflux.benchmarks.truth.TrueServer;
import io.netty.channel.EventLoop;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Servers on every loopback address, on which meetings and people come and go. Prints each change, and its port. Obeys {@code ail SERVER
 * AILMENT}, {@code secret SERVER NUMBER}, {@code close SERVER} and {@code open SERVER}; ends with its input.
 */
public final class WardMain {
    private final List<TrueServer> servers;
    private final Bustle bustle;
    private final Patients patients;
    private final EventLoop loop;

    private WardMain(int count, EventLoop loop, Outbox out) {
        this.loop = loop;
        this.servers = IntStream.range(0, count)
                .mapToObj(index -> new TrueServer(Stay.name(index), change -> out.say(change.line())))
                .toList();
        this.bustle = new Bustle(servers, loop);
        this.patients = new Patients(servers);
    }

    /**
     * Runs the servers.
     *
     * @param options how many servers, how many meetings each has from its begin to its end, and how many are in each at first
     */
    public static void main(String[] options) throws Exception {
        Outbox out = new Outbox();
        LoopbackListener listener = new LoopbackListener(1);
        WardMain ward = new WardMain(Integer.parseInt(options[0]), listener.loop(), out);
        int meetings = Integer.parseInt(options[1]);
        int users = Integer.parseInt(options[2]);
        ward.loop.submit(() -> ward.bustle.begin(meetings, users)).sync();
        out.say("port " + listener.answer(ward.patients));
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
                .lines()
                .forEach(order -> ward.loop.execute(() -> ward.obey(order.split(" ", -1), meetings, users)));
        System.exit(0);
    }

    private void obey(String[] words, int meetings, int users) {
        int server = Integer.parseInt(words[1]);
        switch (words[0]) {
            case "ail" -> patients.ail(server, Ailment.valueOf(words[2]));
            case "secret" -> patients.secret(server, Integer.parseInt(words[2]));
            case "close" -> bustle.close(servers.get(server));
            case "open" -> bustle.open(servers.get(server), meetings, users);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }
}
