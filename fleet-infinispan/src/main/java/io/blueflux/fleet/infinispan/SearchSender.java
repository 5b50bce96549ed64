// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.protocols.TP;
import org.jgroups.protocols.TpHeader;
import org.jgroups.stack.Protocol;
import org.jgroups.util.Util;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what goes to an address, where perhaps nobody is, on threads of its own: the transport has one for all that is sent, which
 * waits until it is connected. Of what goes to one address while that waits, the first is sent and the rest is lost.
 */
final class SearchSender extends Protocol {
    private static final Logger LOG = LoggerFactory.getLogger(InfinispanCluster.class);
    private static final int THREADS = 8;
    private static final int MOST_WAITING = 256;
    private static final int HEADERS = 128;

    private final Set<PhysicalAddress> busy = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ThreadPoolExecutor threads;

    @Override
    public void start() throws Exception {
        super.start();
        ThreadPoolExecutor made = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "blueflux-cluster-search-" + local_addr);
                    thread.setDaemon(true);
                    return thread;
                });
        made.allowCoreThreadTimeOut(true);
        threads = made;
    }

    @Override
    public void stop() {
        ThreadPoolExecutor made = threads;
        if (made != null) {
            made.shutdownNow();
        }
        busy.clear();
        super.stop();
    }

    @Override
    public @Nullable Object down(Message msg) {
        ThreadPoolExecutor made = threads;
        if (made == null
                || !(msg.getDest() instanceof PhysicalAddress to)
                || to.equals(down_prot.down(new Event(Event.GET_PHYSICAL_ADDRESS, local_addr)))) {
            return down_prot.down(msg);
        }
        if (busy.add(to)) {
            try {
                byte[] bytes = bytes(msg);
                made.execute(() -> send(to, bytes));
            } catch (Exception e) {
                busy.remove(to);
                LOG.debug("{}: nothing can be sent to {}", local_addr, to, e);
            }
        }
        return null;
    }

    private void send(PhysicalAddress to, byte[] bytes) {
        try {
            getTransport().doSend(bytes, 0, bytes.length, to);
        } catch (Exception e) {
            LOG.debug("{}: {} is not reached", local_addr, to, e);
        } finally {
            busy.remove(to);
        }
    }

    /** As the transport writes it. */
    private byte[] bytes(Message msg) throws IOException {
        TP transport = getTransport();
        if (msg.getSrc() == null) {
            msg.setSrc(local_addr);
        }
        msg.putHeader(transport.getId(), new TpHeader(transport.getClusterName()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(msg.getLength() + HEADERS);
        Util.writeMessage(msg, new DataOutputStream(bytes), false);
        return bytes.toByteArray();
    }
}
