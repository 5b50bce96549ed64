// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import io.blueflux.benchmarks.server.LoopbackListener;
import io.blueflux.benchmarks.truth.Bustle;
import io.blueflux.benchmarks.truth.Outbox;
import io.blueflux.benchmarks.truth.TrueServer;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Servers on every loopback address, on which meetings and people come and go. Prints each change, each getMeetings, and its port
 * when the servers are filled. Ends with its input.
 */
public final class ServersMain {
    private ServersMain() {}

    /**
     * Runs the servers.
     *
     * @param options how many servers, how many meetings each has from its begin to its end, and how many are in each at first
     */
    public static void main(String[] options) throws Exception {
        Outbox out = new Outbox();
        LoopbackListener listener = new LoopbackListener(1);
        EventLoop loop = listener.loop();
        List<TrueServer> servers = IntStream.range(0, Integer.parseInt(options[0]))
                .mapToObj(index -> new TrueServer(Servers.name(index), change -> out.say(change.line())))
                .toList();
        Bustle bustle = new Bustle(servers, loop);
        loop.submit(() -> bustle.begin(Integer.parseInt(options[1]), Integer.parseInt(options[2])))
                .sync();
        Replying replying = new Replying(servers, bustle, poll -> out.say(poll.line()));
        out.say("port " + listener.answer(replying));
        while (System.in.read() >= 0) {
            // nothing is asked
        }
        System.exit(0);
    }
}
