// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import com.sun.management.OperatingSystemMXBean;
import io.blueflux.benchmarks.server.LoopbackListener;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on every loopback address. Prints its port; then, for each byte of its input, how many connections and answers there
 * were and what CPU time it took, in nanoseconds. Ends with its input.
 */
public final class AnsweringMain extends ChannelInitializer<Channel> {

    private final Answers answers = new Answers();
    private final AtomicInteger connections = new AtomicInteger();

    private AnsweringMain() {}

    /**
     * Runs the server.
     *
     * @param options none
     */
    public static void main(String[] options) throws Exception {
        AnsweringMain server = new AnsweringMain();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(new LoopbackListener(1).listen(server));
        while (System.in.read() >= 0) {
            System.out.println(server.connections + " " + server.answers.count() + " " + process.getProcessCpuTime());
        }
        System.exit(0);
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.incrementAndGet();
        channel.pipeline().addLast(new AnsweringHandler(answers));
    }

    @Override
    public boolean isSharable() {
        return true;
    }
}
