// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Lists of meetings that are small on the wire and large in memory, packed; each is over 20 MB. */
final class HostileAnswers {
    private static final String HEAD = "<response><returncode>SUCCESS</returncode><meetings>";
    private static final String TAIL = "</meetings></response>";

    private HostileAnswers() {}

    static List<byte[]> all() {
        return List.of(
                packed(2, i -> meeting(i, "", attendees(i, 150_000))), // 15 MB a meeting
                packed(8, i -> meeting(i, "", attendees(i, 40_000))), // 4 MB a meeting
                packed(160, i -> meeting(i, "", attendees(i, 2_000))),
                packed(3_500, i -> meeting(i, "", attendees(i, 100))),
                packed(25, i -> meeting(i, "n".repeat(1 << 20), "")),
                packed(400, i -> meeting(i, "n".repeat(60_000), "")),
                packed(400, i -> meeting(i, "\u0416".repeat(30_000), "")),
                packed(600, i -> meeting(i, "", "<a/>".repeat(9_900))),
                packed(250, i -> meeting(i, "", "<a b=''/>".repeat(9_900))),
                packed(40, i -> meeting(i, "", "<attendees>" + "<attendee/>".repeat(60_000) + "</attendees>")),
                packed(24, i -> meeting(i, "", "<metadata>" + fields(i, 60_000) + "</metadata>")),
                packed(1, i -> "<meeting>" + "<unheardOf/>".repeat(2_000_000)));
    }

    static byte[] modest() {
        return packed(10, i -> meeting(i, "A lecture", attendees(i, 10)));
    }

    private static String meeting(int i, String name, String rest) {
        return "<meeting><meetingID>m" + i + "</meetingID><internalMeetingID>i" + i
                + "</internalMeetingID><meetingName>" + name + "</meetingName>" + rest + "</meeting>";
    }

    private static String attendees(int meeting, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<attendee><userID>u" + meeting + "-" + i
                        + "</userID><fullName>Somebody</fullName><role>VIEWER</role></attendee>")
                .collect(Collectors.joining("", "<attendees>", "</attendees>"));
    }

    private static String fields(int meeting, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<f" + i % 90 + ">" + meeting + "</f" + i % 90 + ">")
                .collect(Collectors.joining());
    }

    private static byte[] packed(int items, IntFunction<String> item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new Fast(bytes)) {
            out.write(HEAD.getBytes(UTF_8));
            for (int i = 0; i < items; i++) {
                out.write(item.apply(i).getBytes(UTF_8));
            }
            out.write(TAIL.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
