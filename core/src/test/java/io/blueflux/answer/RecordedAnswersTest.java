// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.COUNTERS;
import static io.blueflux.answer.Contexts.OK;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.MalformedResponseException;
import io.blueflux.model.Meeting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Decodes every recorded answer below the folder that {@code BLUEFLUX_RECORDINGS} names, in many splits, and compares what
 * came of the well-formed ones with what the JDK's own parser reads.
 */
@EnabledIfEnvironmentVariable(named = "BLUEFLUX_RECORDINGS", matches = ".+")
@Execution(ExecutionMode.CONCURRENT)
class RecordedAnswersTest {
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final Pattern MESSAGE_KEY = Pattern.compile("\"messageKey\"\\s*:\\s*\"([^\"]*)\"");

    /** What tells that an answer is one of a call, the surest first. */
    private static final List<Map.Entry<String, String>> MARKS = List.of(
            Map.entry("<recordings", "getRecordings"),
            Map.entry("<sessions", "getSessions"),
            Map.entry("<meetings", "getMeetings"),
            Map.entry("<attendees", "getMeetingInfo"),
            Map.entry("<participantCount>", "getMeetingInfo"),
            Map.entry("<createDate>", "create"),
            Map.entry("<running>", "isMeetingRunning"),
            Map.entry("<deleted>", "deleteRecordings"),
            Map.entry("<published>", "publishRecordings"),
            Map.entry("<updated>", "updateRecordings"),
            Map.entry("<session_token>", "join"),
            Map.entry("<hooks>", "hooks/list"),
            Map.entry("<hookID>", "hooks/create"),
            Map.entry("<removed>", "hooks/destroy"),
            Map.entry("<version>", "version"));

    @TestFactory
    Stream<DynamicTest> everyAnswerIsReadAsTheJdkReadsIt() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getenv("BLUEFLUX_RECORDINGS")));
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> isAnswer(file.getFileName().toString()))
                    .sorted()
                    .collect(toList());
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(root.relativize(file).toString(), () -> check(file)));
    }

    @Test
    void everyPollOfTheRecordedTimelineIsReadAsTheJdkReadsIt() throws IOException {
        Path file = Path.of(
                Objects.requireNonNull(System.getenv("BLUEFLUX_RECORDINGS")), "timeline-2.5.14", "polls.jsonl.gz");
        int polls = 0;
        try (JsonParser json = new JsonFactory().createParser(bytes(file))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "body".equals(json.currentName())) {
                    byte[] body = json.getText().getBytes(UTF_8);
                    org.w3c.dom.Element root = Objects.requireNonNull(DomReader.root(body));
                    assertThat(Splits.decodeInFew(Contexts.MEETINGS, body, new Random(polls)))
                            .isEqualTo(new Splits.Outcome<>(DomReader.meetings(root), "", null));
                    checkCounters(Splits.decodeInFew(COUNTERS, body, new Random(polls)), root);
                    polls++;
                }
            }
        }
        assertThat(polls).isPositive();
    }

    private static boolean isAnswer(String name) {
        return name.matches(".*\\.(body|xml|html)(\\.gz)?|(error|get|put).*\\.json|http-.*\\.txt")
                && !name.startsWith("create-body");
    }

    private static void check(Path file) throws IOException {
        byte[] body = bytes(file);
        if (!SEEN.add(call(file) + ' ' + new String(body, ISO_8859_1))) {
            return; // recorded more than once
        }
        Supplier<ChunkDecoder<Object>> decoders = decoders(file);
        Splits.Outcome<Object> outcome = Splits.decode(decoders, body);
        if (isJson(body)) {
            checkJson(outcome, new String(body, UTF_8), call(file));
            Splits.checkEveryCutIsMalformed(decoders, body, new String(body, ISO_8859_1).lastIndexOf('}') + 1);
            return;
        }
        org.w3c.dom.Element root = DomReader.root(body);
        if (root == null || !"response".equals(root.getLocalName())) {
            checkUnreadable(outcome, body);
        } else if (!"SUCCESS".equals(DomReader.text(root, "returncode"))) {
            checkFailed(outcome, root);
        } else {
            checkValues(outcome, root, file);
        }
        int end = new String(body, ISO_8859_1).lastIndexOf("</response>");
        if (root != null && end > 0 && body.length <= 2_000) {
            Splits.checkEveryCutIsMalformed(decoders, body, end + "</response>".length());
        }
    }

    private static boolean isJson(byte[] body) {
        return body.length > 0 && body[0] == '{';
    }

    private static void checkJson(Splits.Outcome<Object> outcome, String json, String call) {
        if (json.matches("(?s).*\"returncode\"\\s*:\\s*\"FAILED\".*")) {
            Matcher key = MESSAGE_KEY.matcher(json);
            assertThat(outcome.failure(ApiFailedException.class).messageKey())
                    .isEqualTo(key.find() ? key.group(1) : "");
        } else if (call.equals("getRecordingTextTracks")) {
            assertThat(outcome.problem()).isEmpty();
            assertThat(outcome.values()).hasSize(json.split("\"href\"", -1).length - 1);
        } else {
            assertThat(outcome.value()).isNotNull();
        }
    }

    private static void checkUnreadable(Splits.Outcome<Object> outcome, byte[] body) {
        boolean twoRoots = new String(body, ISO_8859_1).split("<response>").length > 2;
        BbbException error = outcome.failure(BbbException.class);
        if (twoRoots) {
            assertThat(error).isInstanceOf(ApiFailedException.class);
        } else {
            assertThat(error).isInstanceOf(MalformedResponseException.class);
        }
    }

    private static void checkFailed(Splits.Outcome<Object> outcome, org.w3c.dom.Element root) {
        ApiFailedException failed = outcome.failure(ApiFailedException.class);
        String key = DomReader.text(root, "messageKey");

        assertThat(failed.returncode()).isEqualTo(DomReader.text(root, "returncode"));
        if (key != null) {
            assertThat(failed.messageKey()).isEqualTo(key);
        }
    }

    private static void checkCounters(Splits.Outcome<Meeting> outcome, org.w3c.dom.Element root) {
        assertThat(outcome).isEqualTo(new Splits.Outcome<>(Contexts.counters(DomReader.meetings(root)), "", null));
    }

    private static void checkValues(Splits.Outcome<Object> outcome, org.w3c.dom.Element root, Path file)
            throws IOException {
        String call = call(file);
        if (call.equals("isMeetingRunning") && DomReader.text(root, "running") == null) {
            return;
        }
        assertThat(outcome.problem()).isEmpty();
        switch (call) {
            case "getRecordings" -> assertThat(outcome.values()).isEqualTo(DomReader.recordings(root));
            case "getMeetings" -> {
                assertThat(outcome.values()).isEqualTo(DomReader.meetings(root));
                checkCounters(Splits.decode(COUNTERS, bytes(file)), root);
            }
            case "getMeetingInfo" -> assertThat(outcome.values()).containsExactly(DomReader.meetingInfo(root));
            case "getSessions", "hooks/list" ->
                assertThat(outcome.values()).hasSize(items(root, call.equals("hooks/list") ? "hook" : "meeting"));
            default -> assertThat(outcome.values()).hasSize(1);
        }
    }

    private static int items(org.w3c.dom.Element root, String name) {
        return root.getElementsByTagName(name).getLength();
    }

    private static Supplier<ChunkDecoder<Object>> decoders(Path file) {
        return switch (call(file)) {
            case "getRecordings" -> () -> widened(RecordingDecoders.getRecordings(OK));
            case "getMeetingInfo" -> () -> widened(MeetingDecoders.getMeetingInfo(OK));
            case "getMeetings" -> () -> widened(MeetingDecoders.getMeetings(OK));
            case "create" -> () -> widened(MeetingDecoders.create(OK));
            case "isMeetingRunning" -> () -> widened(MeetingDecoders.isMeetingRunning(OK));
            case "version" -> () -> widened(RootDecoders.version(OK));
            case "deleteRecordings" -> () -> widened(RecordingDecoders.deleteRecordings(OK));
            case "end" -> () -> widened(MeetingDecoders.end(OK));
            default -> decodersOfSmallAnswers(call(file));
        };
    }

    private static Supplier<ChunkDecoder<Object>> decodersOfSmallAnswers(String call) {
        return switch (call) {
            case "join" -> () -> widened(UserDecoders.join(OK));
            case "getSessions" -> () -> widened(UserDecoders.getSessions(OK));
            case "publishRecordings" -> () -> widened(RecordingDecoders.publishRecordings(OK));
            case "updateRecordings" -> () -> widened(RecordingDecoders.updateRecordings(OK));
            case "getRecordingTextTracks" -> () -> widened(TextTrackDecoders.getRecordingTextTracks(OK));
            case "putRecordingTextTrack" -> () -> widened(TextTrackDecoders.putRecordingTextTrack(OK));
            case "hooks/create" -> () -> widened(HookDecoders.hooksCreate(OK));
            case "hooks/list" -> () -> widened(HookDecoders.hooksList(OK));
            case "hooks/destroy" -> () -> widened(HookDecoders.hooksDestroy(OK));
            default -> () -> widened(TreeDecoders.tree(OK));
        };
    }

    /** Tells by what is in the answer which call it answers, since cases of other calls hold many a follow-up. */
    private static String call(Path file) {
        String text = text(file);
        return text.startsWith("{") ? callOfJson(file.toString()) : callOfXml(text);
    }

    private static String callOfJson(String path) {
        return Stream.of("getRecordingTextTracks", "putRecordingTextTrack")
                .filter(path::contains)
                .findFirst()
                .orElse("tree");
    }

    private static String callOfXml(String text) {
        return MARKS.stream()
                .filter(mark -> text.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("end");
    }

    private static String text(Path file) {
        try {
            return new String(bytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static <T> ChunkDecoder<Object> widened(ChunkDecoder<T> decoder) {
        return new ChunkDecoder<>() {
            @Override
            public void decode(byte[] bytes, int offset, int length, Consumer<? super Object> out) {
                decoder.decode(bytes, offset, length, out);
            }

            @Override
            public void finish(Consumer<? super Object> out) {
                decoder.finish(out);
            }
        };
    }
}
