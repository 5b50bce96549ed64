// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.truth.TrueServer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers for the server that the path's first part numbers, as its ailment lets it. Used by one event loop alone. */
@Sharable
final class Patients extends ChannelInboundHandlerAdapter {
    private static final Pattern CALL = Pattern.compile("/(\\d+)/bigbluebutton/api(?:/(\\w*))?\\?(.*)");
    private static final Pattern CHECKSUM = Pattern.compile("(?:^|&)checksum=([0-9a-f]+)");
    private static final String XML = "text/xml;charset=utf-8";
    private static final byte[] VERSION = utf8(
            "<response><returncode>SUCCESS</returncode><version>2.0</version><bbbVersion>3.0.4</bbbVersion></response>");
    private static final byte[] REFUSED = utf8("<response><returncode>FAILED</returncode><messageKey>checksumError"
            + "</messageKey><message>Checksums do not match</message></response>");
    private static final byte[] PAGE = utf8("<!DOCTYPE html><html><body><p>Welcome<br>to BigBlueButton</body></html>");
    private static final byte[] NOTHING = utf8("<nothing>" + "0123456789".repeat(1_000_000) + "</nothing>");
    private static final byte[] AFTER = utf8("</returncode>");
    private static final long SLEEP_SECONDS = 12;

    private final List<TrueServer> servers;
    private final Ailment[] ailments;
    private final int[] secrets;
    private final Map<Integer, Set<Channel>> connections = new HashMap<>();

    Patients(List<TrueServer> servers) {
        this.servers = servers;
        this.ailments = new Ailment[servers.size()];
        this.secrets = new int[servers.size()];
        Arrays.fill(ailments, Ailment.NONE);
    }

    /** Returns a server's secret. */
    static String secretOf(int server, int number) {
        return "a-secret-of-the-soak-" + server + "-" + number;
    }

    void ail(int server, Ailment ailment) {
        ailments[server] = ailment;
        if (ailment == Ailment.MOVES || ailment == Ailment.REFUSES) {
            Set.copyOf(connections.getOrDefault(server, Set.of())).forEach(Patients::reset);
        }
    }

    void secret(int server, int number) {
        secrets[server] = number;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            Matcher call = CALL.matcher(request.uri());
            if (!call.matches()) {
                throw new IllegalStateException("nobody asks for " + request.uri());
            }
            int server = Integer.parseInt(call.group(1));
            remember(server, context.channel());
            answer(context.channel(), server, call.group(2) == null ? "" : call.group(2), call.group(3));
        }
        ReferenceCountUtil.release(message);
    }

    private void remember(int server, Channel channel) {
        if (connections.computeIfAbsent(server, any -> new HashSet<>()).add(channel)) {
            channel.closeFuture()
                    .addListener(closed ->
                            connections.getOrDefault(server, new HashSet<>()).remove(channel));
        }
    }

    private void answer(Channel channel, int server, String call, String query) {
        if (!isSigned(server, call, query)) {
            send(channel, 200, XML, REFUSED);
            return;
        }
        byte[] body = call.equals("getMeetings") ? servers.get(server).answer() : VERSION;
        switch (ailments[server]) {
            case NONE, REFUSES, MOVES, SECRET -> send(channel, 200, XML, body);
            case HANGS -> {}
            case RESETS -> reset(channel);
            case DRIPS -> drip(channel, Unpooled.wrappedBuffer(head(200, XML, body.length), body));
            case CUTS -> {
                ChannelFuture unused = channel.writeAndFlush(Unpooled.wrappedBuffer(
                                head(200, XML, body.length), Arrays.copyOf(body, body.length / 2)))
                        .addListener(ChannelFutureListener.CLOSE);
            }
            case HTML -> send(channel, 200, "text/html", PAGE);
            case BAD_GATEWAY -> send(channel, 502, "text/html", PAGE);
            case TWO_ROOTS -> send(channel, 200, XML, joined(body, body));
            case LARGE -> send(channel, 200, XML, large(body));
            case CONTENT_TYPE -> send(channel, 200, "image/png", body);
            case SLEEPS -> later(channel, () -> send(channel, 200, XML, body), SLEEP_SECONDS);
        }
    }

    private boolean isSigned(int server, String call, String query) {
        Matcher checksum = CHECKSUM.matcher(query);
        if (call.isEmpty()) {
            return true; // the version is told to all
        }
        if (!checksum.find()) {
            return false;
        }
        String covered = call + query.substring(0, checksum.start()) + secretOf(server, secrets[server]);
        return digest(checksum.group(1).length(), covered).equals(checksum.group(1));
    }

    private static String digest(int length, String text) {
        String algorithm = switch (length) {
            case 40 -> "SHA-1";
            case 64 -> "SHA-256";
            default -> "SHA-512";
        };
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(utf8(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has " + algorithm, e);
        }
    }

    /** Returns an answer with much in it that nobody knows. */
    private static byte[] large(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        int from = text.indexOf("</returncode>") + AFTER.length;
        return joined(joined(Arrays.copyOf(body, from), NOTHING), Arrays.copyOfRange(body, from, body.length));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static void drip(Channel channel, ByteBuf rest) {
        if (!channel.isActive() || !rest.isReadable()) {
            rest.release();
            return;
        }
        ChannelFuture unused = channel.writeAndFlush(rest.readRetainedSlice(1))
                .addListener(written -> later(channel, () -> drip(channel, rest), 1));
    }

    private static void later(Channel channel, Runnable step, long seconds) {
        ScheduledFuture<?> unused = channel.eventLoop().schedule(step, seconds, TimeUnit.SECONDS);
    }

    private static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        ChannelFuture unused = channel.close();
    }

    private static void send(Channel channel, int status, String type, byte[] body) {
        ChannelFuture unused = channel.writeAndFlush(Unpooled.wrappedBuffer(head(status, type, body.length), body))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static byte[] head(int status, String type, int length) {
        return utf8("HTTP/1.1 " + status + (status == 200 ? " OK" : " Bad Gateway") + "\r\nContent-Type: " + type
                + "\r\nConnection: keep-alive\r\nKeep-Alive: timeout=75\r\nContent-Length: " + length + "\r\n\r\n");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        ChannelFuture unused = context.close(); // the fleet gave a call up
    }
}
