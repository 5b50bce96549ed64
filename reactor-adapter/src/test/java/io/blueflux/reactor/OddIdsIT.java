// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.MalformedResponseException;
import io.blueflux.support.TestServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OddIdsIT {
    private static final List<String> IDS =
            List.of("ok1", "x", "a,b", "L".repeat(300), "two\nlines", "", "ü & <ö>", "y".repeat(9_000), "ok2");

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void whatAServerListsIsAskedForAsItIsListedOrByTheInternalId() {
        List<MeetingResult> results = results(true);

        assertThat(results).hasSize(IDS.size()).allMatch(MeetingResult.Found.class::isInstance);
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "ok1", "x", "a,b", "L".repeat(300), "int-4", "int-5", "ü & <ö>", "y".repeat(9_000), "ok2");
    }

    @Test
    void withoutAnInternalIdOnlyWhatCannotBeSentFails() {
        List<MeetingResult> results = results(false);

        assertThat(results)
                .filteredOn(MeetingResult.Failed.class::isInstance)
                .hasSize(2)
                .allSatisfy(result -> assertThat(((MeetingResult.Failed) result).error())
                        .isInstanceOf(MalformedResponseException.class)
                        .hasMessageContaining("no usable meetingID"));
    }

    private List<MeetingResult> results(boolean internalIds) {
        try (TestServer server = new TestServer((request, response) -> request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMap(form -> response.sendString(Mono.just(answer(request.uri(), form, internalIds)))
                        .then()))) {
            BbbClient client = BbbClient.create(server.address());
            List<MeetingResult> results = Objects.requireNonNull(
                    client.getMeetingsWithInfo(FanOut.DEFAULT).collectList().block());
            client.disposeLater().block();
            return results;
        }
    }

    private String answer(String uri, String form, boolean internalIds) {
        if (uri.contains("/getMeetings?")) {
            StringBuilder list = new StringBuilder("<response><returncode>SUCCESS</returncode><meetings>");
            for (int i = 0; i < IDS.size(); i++) {
                list.append("<meeting><meetingName>n</meetingName><meetingID>")
                        .append(escaped(IDS.get(i)))
                        .append("</meetingID>");
                list.append(internalIds ? "<internalMeetingID>int-" + i + "</internalMeetingID>" : "")
                        .append("</meeting>");
            }
            return list.append("</meetings></response>").toString();
        }
        String query = form.isEmpty() ? uri.substring(uri.indexOf('?') + 1) : form;
        String id = query.substring("meetingID=".length(), query.contains("&") ? query.indexOf('&') : query.length());
        String decoded = URLDecoder.decode(id, StandardCharsets.UTF_8);
        asked.add(decoded);
        return "<response><returncode>SUCCESS</returncode><meetingName>info</meetingName><meetingID>" + escaped(decoded)
                + "</meetingID></response>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
