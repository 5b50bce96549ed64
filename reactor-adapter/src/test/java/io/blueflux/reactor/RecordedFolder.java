// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.blueflux.ApiCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A folder of recordings: what is in it, to which call it belongs, and what is left out, each with its reason. */
final class RecordedFolder {
    /** The calls that have a method of the client, but hooks/ping: its answer is any text. */
    static final List<ApiCall> CALLS = ApiCall.values().stream()
            .filter(call -> !call.equals(ApiCall.HOOKS_PING))
            .toList();

    private static final List<ApiCall> CALLS_OF_HOOKS =
            List.of(ApiCall.HOOKS_CREATE, ApiCall.HOOKS_LIST, ApiCall.HOOKS_DESTROY);
    private static final Set<String> CALLS_BY_NAME_ONLY =
            Set.of("enter", "signOut", "guestWait", "stuns", "setPollXML");
    private static final String SENT_TO_APPLICATIONS =
            "what a server sends to an application, which the tests of the webhooks read";
    private static final Map<String, String> NO_ANSWERS = Map.of(
            "INDEX.md", "an index",
            "INDEX.tsv", "an index",
            "truth.json", "the log of what was done while polling",
            "checksum-vectors.json", "checksums, which the tests of the signature read",
            "create-body-slides.xml", "the body of a request",
            "webhook-callbacks.json", SENT_TO_APPLICATIONS,
            "webhook-events.json", SENT_TO_APPLICATIONS,
            "recording-ready-body.txt", SENT_TO_APPLICATIONS,
            "analytics-authorization.txt", SENT_TO_APPLICATIONS);
    private static final Pattern URL = Pattern.compile("https?://[^/ ]+(/[^?' \\r\\n]*)");
    private static final Pattern STATUS_IN_NAME = Pattern.compile("http-(\\d+)-.*");

    final List<RecordedCase> cases = new ArrayList<>();
    final Map<String, Integer> leftOut = new TreeMap<>();
    final List<String> unexplained = new ArrayList<>();
    int files;
    int filesOfCases;

    static RecordedFolder read(Path folder) throws IOException {
        RecordedFolder recordings = new RecordedFolder();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        recordings.files = paths.size();
        for (Path path : paths) {
            recordings.add(folder.relativize(path).toString().replace('\\', '/'), path);
        }
        return recordings;
    }

    private void add(String name, Path path) throws IOException {
        String fileName = path.getFileName().toString();
        if (NO_ANSWERS.containsKey(fileName)) {
            leaveOut(NO_ANSWERS.get(fileName), 1);
        } else if (fileName.equals("polls.jsonl.gz")) {
            addPolls(name, path);
        } else if (fileName.endsWith(".request")) {
            addExchange(name.substring(0, name.length() - ".request".length()), path);
        } else if (!isPartOfExchange(path)) {
            addRendered(name, path);
        }
    }

    /** A head and a body belong to the request beside them. */
    private static boolean isPartOfExchange(Path path) {
        String request = path.getFileName().toString().replaceFirst("\\.(headers|body|body\\.gz)$", ".request");
        return !request.equals(path.getFileName().toString()) && Files.exists(path.resolveSibling(request));
    }

    private void addExchange(String name, Path request) throws IOException {
        String base = request.toString().substring(0, request.toString().length() - ".request".length());
        List<Path> parts = Stream.of(".request", ".headers", ".body", ".body.gz")
                .map(end -> Path.of(base + end))
                .filter(Files::exists)
                .toList();
        List<String> head = Files.readString(Path.of(base + ".headers"), StandardCharsets.ISO_8859_1)
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
        byte[] body = {};
        for (Path part : parts) {
            body = part.toString().matches(".*\\.body(\\.gz)?") ? content(part) : body;
        }
        RecordedCase recorded = new RecordedCase(name, List.of(), head, body);
        String call = path(Files.readString(request))
                .replaceFirst("^/bigbluebutton(/api)?/?", "")
                .replaceFirst("(/|\\.xml|\\.json)$", "");
        if (name.contains("method-HEAD")) {
            leaveOut("an answer to HEAD, which has no body", parts.size());
        } else if (recorded.status() == 404) {
            add(recorded, CALLS, parts.size()); // what any call meets behind a wrong base URL
        } else {
            addOfCall(recorded, call.equals("index") ? "" : call, parts.size());
        }
    }

    /** The URL asked for comes last; one in a body stands before it. */
    private static String path(String request) {
        String path = "";
        for (Matcher url = URL.matcher(request); url.find(); ) {
            path = url.group(1);
        }
        return path;
    }

    private void addRendered(String name, Path path) throws IOException {
        String fileName = path.getFileName().toString();
        Matcher status = STATUS_IN_NAME.matcher(fileName);
        String call =
                fileName.replaceFirst("^hooks-", "hooks/").split("[-.]", 2)[0].replaceFirst("^apiVersion$", "");
        RecordedCase recorded = RecordedCase.of(
                name,
                List.of(),
                status.matches() ? Integer.parseInt(status.group(1)) : 200,
                type(fileName),
                content(path));
        if (Set.of("error", "errors", "http").contains(call)) {
            add(recorded, CALLS, 1);
        } else if (call.equals("hooks/error")) {
            add(recorded, CALLS_OF_HOOKS, 1);
        } else {
            addOfCall(recorded, call, 1);
        }
    }

    private static String type(String fileName) {
        if (fileName.endsWith(".html")) {
            return "text/html";
        }
        if (fileName.endsWith(".json")) {
            return "application/json;charset=utf-8";
        }
        return fileName.contains("scalelite") ? "application/xml; charset=utf-8" : "text/xml;charset=utf-8";
    }

    private void addPolls(String name, Path path) throws IOException {
        filesOfCases++;
        for (String line :
                new String(content(path), StandardCharsets.UTF_8).lines().toList()) {
            int status = 0;
            String poll = "";
            String body = "";
            try (JsonParser json = new JsonFactory().createParser(line)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String member = json.currentName();
                    json.nextToken();
                    switch (member) {
                        case "poll" -> poll = json.getText();
                        case "status" -> status = json.getIntValue();
                        case "body" -> body = json.getText();
                        default -> json.skipChildren();
                    }
                }
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            cases.add(RecordedCase.of(
                    name + "#" + poll, List.of(ApiCall.GET_MEETINGS), status, "text/xml;charset=utf-8", bytes));
        }
    }

    private void addOfCall(RecordedCase recorded, String call, int parts) {
        List<ApiCall> calls =
                CALLS.stream().filter(known -> known.wireName().equals(call)).toList();
        if (!calls.isEmpty()) {
            add(recorded, calls, parts);
        } else if (CALLS_BY_NAME_ONLY.contains(call)) {
            add(recorded, List.of(ApiCall.of(call)), parts);
        } else {
            unexplained.add(recorded.name());
        }
    }

    private void add(RecordedCase recorded, List<ApiCall> calls, int parts) {
        cases.add(new RecordedCase(recorded.name(), calls, recorded.head(), recorded.body()));
        filesOfCases += parts;
    }

    private void leaveOut(String reason, int parts) {
        leftOut.merge(reason, parts, Integer::sum);
    }

    private static byte[] content(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        if (!path.toString().endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }
}
