// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jgroups.BytesMessage;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.stack.IpAddress;
import org.jgroups.stack.Protocol;
import org.jgroups.util.MessageBatch;
import org.jgroups.util.Util;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals whole messages, headers included, right above the transport: who has another key is understood in nothing, not even when it
 * searches for members. Each process seals with a key of its own, which is made of the common one and a random salt; so a counter
 * is enough to use no nonce twice. Who searches with another key gets a plain word that it was not understood, which says nothing else.
 */
final class SealedMessages extends Protocol {
    private static final Logger LOG = LoggerFactory.getLogger(InfinispanCluster.class);
    private static final byte SEALED = (byte) 0xB1;
    /** Sealed too; before it stands where the answer can be sent to, since the sender is not known yet. */
    private static final byte SEARCH = (byte) 0xB2;

    private static final byte REFUSED = (byte) 0xB3;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADERS = 128;
    private static final int MOST_SENDERS = 1024;
    private static final int MOST_REFUSED = 16;
    private static final long NANOS_BETWEEN_REFUSALS = 200_000_000;

    private final String cluster;
    private final SecretKey key;
    private final byte[] salt = new byte[SALT];
    private final SecretKey ownKey;
    private final AtomicLong sealed = new AtomicLong();
    private final Map<ByteBuffer, SecretKey> keys = new ConcurrentHashMap<>();
    private final Set<String> strangers = Collections.synchronizedSet(new HashSet<>());
    private final AtomicLong refusedAt = new AtomicLong(System.nanoTime() - NANOS_BETWEEN_REFUSALS);
    private final Set<IpAddress> refused = ConcurrentHashMap.newKeySet();

    SealedMessages(String cluster, SecretKey key) throws GeneralSecurityException {
        this.cluster = cluster;
        this.key = key;
        new SecureRandom().nextBytes(salt);
        ownKey = derived(salt);
        byte[] trial = {1, 2, 3};
        if (!Arrays.equals(trial, opened(sealed(SEALED, new byte[0], trial), 1))) {
            throw new GeneralSecurityException("what is sealed cannot be opened");
        }
    }

    @Override
    public Object down(Message msg) {
        try {
            return down_prot.down(sealed(msg));
        } catch (Exception e) {
            throw new IllegalStateException("cannot seal a message", e);
        }
    }

    @Override
    public @Nullable Object up(Message msg) {
        Message opened = opened(msg);
        return opened == null ? null : up_prot.up(opened);
    }

    @Override
    public void up(MessageBatch batch) {
        MessageBatch opened = new MessageBatch(
                batch.dest(), batch.sender(), batch.clusterName(), batch.multicast(), batch.mode(), batch.size());
        for (Message each : batch) {
            Message message = opened(each);
            if (message != null) {
                opened.add(message);
            }
        }
        if (!opened.isEmpty()) {
            up_prot.up(opened);
        }
    }

    private Message sealed(Message msg) throws Exception {
        if (msg.getSrc() == null) {
            msg.setSrc(local_addr);
        }
        boolean search = msg.getDest() instanceof PhysicalAddress;
        return carrier(msg, sealed(search ? SEARCH : SEALED, search ? returnAddress() : new byte[0], bytes(msg)));
    }

    /** As {@link Util#messageFromBuffer} reads them. */
    private static byte[] bytes(Message msg) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(msg.getLength() + HEADERS);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(msg.getType());
        msg.writeTo(out);
        return bytes.toByteArray();
    }

    /** Goes the way that the message would have gone. */
    private static Message carrier(Message msg, byte[] content) {
        Message carrier = new BytesMessage(msg.getDest(), content);
        carrier.setSrc(msg.getSrc());
        carrier.setFlag(msg.getFlags(false), false);
        carrier.setFlag(msg.getFlags(true), true);
        return carrier;
    }

    private @Nullable Message opened(Message msg) {
        byte[] bytes = msg.getArray();
        if (bytes == null || msg.getLength() == 0) {
            return stranger(new byte[1], msg);
        }
        byte[] content = Arrays.copyOfRange(bytes, msg.getOffset(), msg.getOffset() + msg.getLength());
        if (content[0] == REFUSED) {
            return refused(address(content, msg));
        }
        try {
            int start = content[0] == SEARCH ? 2 + content[1] : 1;
            byte[] plain = opened(content, start);
            Message opened = Util.messageFromBuffer(plain, 0, plain.length);
            return Objects.equals(opened.getSrc(), msg.getSrc()) ? opened : stranger(content, msg);
        } catch (AEADBadTagException e) {
            refuse(content, msg);
            return stranger(content, msg);
        } catch (Exception e) {
            LOG.debug("{}: a message that cannot be read", cluster, e);
            return stranger(content, msg);
        }
    }

    /** Anybody can say so: it is told, and nothing follows from it. */
    private @Nullable Message refused(String by) {
        if (strangers.size() < MOST_SENDERS && strangers.add("by " + by)) {
            LOG.error(
                    "Cluster {}: the member at {} does not understand this one, {}, its key differs; neither knows of the other",
                    cluster,
                    by,
                    local_addr);
        }
        return null;
    }

    private @Nullable Message stranger(byte[] content, Message msg) {
        String who = address(content, msg);
        if (strangers.size() < MOST_SENDERS && strangers.add(who)) {
            LOG.warn(
                    "Cluster {}: {} is not understood and kept out, its key differs from that of this member, {}",
                    cluster,
                    who,
                    local_addr);
        }
        return null;
    }

    /** The transport has a thread for whomever it sends to: that is no more than a few of those that a stranger names. */
    private void refuse(byte[] content, Message msg) {
        long last = refusedAt.get();
        long now = System.nanoTime();
        if (content[0] != SEARCH || now - last < NANOS_BETWEEN_REFUSALS || !refusedAt.compareAndSet(last, now)) {
            return;
        }
        try {
            IpAddress stranger = address(content);
            if (!refused.contains(stranger) && (refused.size() >= MOST_REFUSED || !refused.add(stranger))) {
                return;
            }
            byte[] own = returnAddress();
            Message refusal = new BytesMessage(
                    stranger,
                    ByteBuffer.allocate(1 + own.length).put(REFUSED).put(own).array());
            refusal.setSrc(local_addr);
            refusal.setFlag(Message.Flag.OOB).setFlag(Message.TransientFlag.DONT_LOOPBACK);
            down_prot.down(refusal);
        } catch (Exception e) {
            LOG.debug("{}: cannot tell {} that it is not understood", cluster, msg.getSrc(), e);
        }
    }

    /** Its length, the port, the IP address. */
    private byte[] returnAddress() {
        Object own = down_prot.down(new Event(Event.GET_PHYSICAL_ADDRESS, local_addr));
        if (!(own instanceof IpAddress ip)) {
            return new byte[] {0};
        }
        byte[] host = ip.getIpAddress().getAddress();
        return ByteBuffer.allocate(3 + host.length)
                .put((byte) (2 + host.length))
                .putShort((short) ip.getPort())
                .put(host)
                .array();
    }

    /** Where the message says that it is from; if it does not, what it calls its sender. */
    private static String address(byte[] content, Message msg) {
        try {
            return content[0] == SEALED
                    ? String.valueOf(msg.getSrc())
                    : address(content).toString();
        } catch (UnknownHostException | RuntimeException e) {
            return String.valueOf(msg.getSrc());
        }
    }

    private static IpAddress address(byte[] content) throws UnknownHostException {
        ByteBuffer bytes = ByteBuffer.wrap(content, 2, content[1]);
        int port = bytes.getShort() & 0xFFFF;
        byte[] host = new byte[bytes.remaining()];
        bytes.get(host);
        return new IpAddress(InetAddress.getByAddress(host), port);
    }

    private byte[] sealed(byte kind, byte[] clear, byte[] content) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putInt(0)
                .putLong(sealed.incrementAndGet())
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, ownKey, new GCMParameterSpec(TAG_BITS, nonce));
        int start = 1 + clear.length;
        byte[] whole = new byte[start + SALT + NONCE + cipher.getOutputSize(content.length)];
        ByteBuffer.wrap(whole).put(kind).put(clear).put(salt).put(nonce);
        cipher.updateAAD(whole, 0, start + SALT);
        cipher.doFinal(content, 0, content.length, whole, start + SALT + NONCE);
        return whole;
    }

    private byte[] opened(byte[] whole, int start) throws GeneralSecurityException {
        if (start < 1 || whole.length < start + SALT + NONCE) {
            throw new AEADBadTagException("too short");
        }
        byte[] theirSalt = Arrays.copyOfRange(whole, start, start + SALT);
        ByteBuffer sender = ByteBuffer.wrap(theirSalt);
        SecretKey known = keys.get(sender);
        SecretKey theirs = known == null ? derived(theirSalt) : known;
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, theirs, new GCMParameterSpec(TAG_BITS, whole, start + SALT, NONCE));
        cipher.updateAAD(whole, 0, start + SALT);
        int begin = start + SALT + NONCE;
        byte[] plain = cipher.doFinal(whole, begin, whole.length - begin);
        if (known == null) {
            if (keys.size() >= MOST_SENDERS) {
                keys.clear();
            }
            keys.put(sender, theirs);
        }
        return plain;
    }

    private SecretKey derived(byte[] ofSalt) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return new SecretKeySpec(mac.doFinal(ofSalt), "AES");
    }
}
