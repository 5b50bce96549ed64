// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import io.blueflux.benchmarks.input.MeetingsBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers, each made once. A path begins with what the server has: {@code <meetings>x<attendees>}, and {@code from<n>} where its
 * first meeting is another than that of the others; or {@code -changing}, where with each answer a tenth of the attendees of each
 * meeting has left and as many have come. Thread-safe.
 */
final class Answers {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/xml;charset=utf-8\r\n"
            + "Connection: keep-alive\r\nKeep-Alive: timeout=75\r\nContent-Length: ";
    private static final String INFO = "/getMeetingInfo?";
    private static final String CHANGING = "-changing";
    private static final String ID = "meetingID=";
    private static final int STATES = 40;

    private final Map<String, ByteBuf> made = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    /** Returns the answer to a path and its query, the connection's nth. The caller owns it. */
    ByteBuf to(String path, int turn) {
        count.incrementAndGet();
        String shape = path.substring(1, path.indexOf('/', 1));
        if (path.contains(INFO)) {
            String id = parameter(path, ID);
            return made.computeIfAbsent(shape + id, key -> info(shape, id)).retainedDuplicate();
        }
        if (shape.endsWith(CHANGING)) {
            int state = state(turn);
            return made.computeIfAbsent(shape + state, key -> list(shape, state))
                    .retainedDuplicate();
        }
        return made.computeIfAbsent(shape, key -> list(shape, 0)).retainedDuplicate();
    }

    /** Returns how many there were. */
    long count() {
        return count.get();
    }

    private static String parameter(String path, String name) {
        int start = path.indexOf(name) + name.length();
        int end = path.indexOf('&', start);
        return path.substring(start, end < 0 ? path.length() : end);
    }

    /** Goes to the last state and back, so that no answer changes more than another. */
    static int state(int turn) {
        int there = turn % (2 * STATES - 2);
        return Math.min(there, 2 * STATES - 2 - there);
    }

    private static ByteBuf list(String shape, int state) {
        String[] numbers = shape.replace(CHANGING, "").split("x|from", -1);
        int first = numbers.length > 2 ? Integer.parseInt(numbers[2]) : 0;
        int attendees = Integer.parseInt(numbers[1]);
        return answer(MeetingsBody.of(first, Integer.parseInt(numbers[0]), attendees, state * attendees / 10));
    }

    private static ByteBuf info(String shape, String id) {
        return answer(MeetingsBody.info(MeetingsBody.number(id), Integer.parseInt(shape.split("x", 2)[1])));
    }

    private static ByteBuf answer(byte[] body) {
        byte[] head = (HEAD + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuf whole = Unpooled.directBuffer(head.length + body.length);
        return Unpooled.unreleasableBuffer(whole.writeBytes(head).writeBytes(body));
    }
}
