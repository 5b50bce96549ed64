// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes answers to getRecordings in the shape of the real server: a recording without white space, as it is stored,
 * inside an indented envelope. The same sizes give the same bytes. 28,500 recordings of 10 images have 200 MB.
 */
public final class RecordingsBody {
    private static final long EPOCH = 1_767_225_600_000L;
    private static final String HOST = "https://bbb.example.org";

    private final Markup xml = new Markup("");
    private final int images;

    private RecordingsBody(int images) {
        this.images = images;
    }

    /**
     * Writes an answer in one piece.
     *
     * @param recordings how many recordings
     * @param images how many preview images each of a recording's two formats with a preview has
     * @return the answer
     */
    public static byte[] of(int recordings, int images) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunks(recordings, images).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /**
     * Writes an answer of any length into a stream.
     *
     * @param recordings how many recordings
     * @param images how many preview images each of a recording's two formats with a preview has
     * @param out where to; stays open
     * @throws IOException if it takes no more
     */
    public static void write(int recordings, int images, OutputStream out) throws IOException {
        for (byte[] chunk : (Iterable<byte[]>) chunks(recordings, images)::iterator) {
            out.write(chunk);
        }
    }

    /**
     * Writes an answer piece by piece, each when it is asked for.
     *
     * @param recordings how many recordings
     * @param images how many preview images each of a recording's two formats with a preview has
     * @return the beginning, each recording, the end; sequential
     */
    public static Stream<byte[]> chunks(int recordings, int images) {
        RecordingsBody body = new RecordingsBody(images);
        Stream<byte[]> begin =
                Stream.of(body.envelope("<response>\n  <returncode>SUCCESS</returncode>\n  <recordings>"));
        Stream<byte[]> items = IntStream.range(0, recordings).mapToObj(body::recording);
        return Stream.of(begin, items, Stream.of(body.envelope("</recordings>\n</response>")))
                .flatMap(part -> part);
    }

    private byte[] envelope(String text) {
        return xml.raw(text).take();
    }

    private byte[] recording(int index) {
        long start = EPOCH + index * 61_007L;
        String id = String.format("%040x-%d", index * 2_654_435_761L, start);
        xml.open("recording")
                .leaf("recordID", id)
                .leaf("meetingID", "course-" + index)
                .leaf("internalMeetingID", id)
                .leaf("name", "Week " + index % 14 + " – Übung &amp; more")
                .leaf("isBreakout", false)
                .leaf("published", index % 5 != 0)
                .leaf("state", index % 5 == 0 ? "unpublished" : "published")
                .leaf("startTime", start)
                .leaf("endTime", start + 3_600_000)
                .leaf("participants", index % 90)
                .leaf("rawSize", 493_084L + index);
        metadata(index);
        xml.leaf("size", 531_235L + index).open("playback");
        format("presentation", "/playback/presentation/2.3/" + id, id, images);
        format("video", "/playback/video/2.3/" + id, id, images);
        format("notes", "/notes/" + id + "/notes.pdf", id, 0);
        return xml.close("playback").leaf("data", "").close("recording").take();
    }

    private void metadata(int index) {
        xml.open("metadata")
                .leaf("bbb-origin", "Moodle")
                .leaf("bbb-origin-server-name", "moodle.example.org")
                .leaf("bbb-context", "Analysis " + index)
                .leaf("bbb-recording-tags", "Prüfung &lt;1&gt;")
                .leaf("isBreakout", false)
                .leaf("meetingId", "course-" + index)
                .leaf("meetingName", "Week " + index % 14 + " – Übung &amp; more")
                .close("metadata");
    }

    private void format(String type, String path, String id, int images) {
        xml.open("format")
                .leaf("type", type)
                .leaf("url", HOST + path)
                .leaf("processingTime", 10_915)
                .leaf("length", 60)
                .leaf("size", 177_078);
        if (images > 0) {
            preview(id, images);
        }
        xml.close("format");
    }

    private void preview(String id, int images) {
        xml.open("preview").open("images");
        for (int image = 1; image <= images; image++) {
            xml.raw("<image width=\"176\" height=\"136\" alt=\"Slide &lt;" + image + "&gt; &amp; more\">")
                    .raw(HOST + "/presentation/" + id + "/presentation/d2d9a672040fbde2a47a10bf6c37b6a4b5ae187f-"
                            + "1504122320002/thumbnails/thumb-" + image + ".png")
                    .close("image");
        }
        xml.close("images").close("preview");
    }
}
