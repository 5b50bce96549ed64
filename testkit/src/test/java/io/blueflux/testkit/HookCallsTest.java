// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(BbbSimulatorExtension.class)
class HookCallsTest {
    private static HttpResponse<String> create(SimulatedServer server, String query) {
        return Wire.get(server, "hooks/create", query);
    }

    private static String id(SimulatedServer server, String query) {
        return Wire.text(create(server, query), "hookID");
    }

    @Test
    void registrationAnswersInOneLine(SimulatedServer server) {
        HttpResponse<String> response =
                create(server, "callbackURL=https%3A%2F%2Fapp.example.org%2Fcb%3Fa%3D1%26b%3D2");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
        assertThat(response.body())
                .matches("<response><returncode>SUCCESS</returncode><hookID>[0-9a-f-]{36}</hookID>"
                        + "<permanentHook>false</permanentHook><rawData>false</rawData></response>");
        assertThat(server.callbacks().hookUrls()).containsExactly("https://app.example.org/cb?a=1&b=2");
    }

    @Test
    void secondRegistrationOfAUrlIsTheFirst(SimulatedServer server) {
        String id = id(server, "callbackURL=http%3A%2F%2Fa%2F");
        HttpResponse<String> again = create(server, "callbackURL=http%3A%2F%2Fa%2F&meetingID=room&eventID=user-left");
        assertThat(again.body())
                .isEqualTo("<response><returncode>SUCCESS</returncode><hookID>" + id + "</hookID>"
                        + "<messageKey>duplicateWarning</messageKey>"
                        + "<message>There is already a hook for this callback URL.</message></response>");
        assertThat(Wire.get(server, "hooks/list", "").body())
                .doesNotContain("meetingID")
                .doesNotContain("eventID");
    }

    @Test
    void listShowsTheHooksOfAMeetingAndTheGlobalOnesByTheirIds(SimulatedServer server) {
        String permanent = server.callbacks().addPermanentHook("https://app.example.org/cb?a=1&b=2");
        String scoped = id(
                server,
                "callbackURL=https%3A%2F%2Fapp.example.org%2Fm&meetingID=room+%3C1%3E&eventID=User-Joined,user-left"
                        + "&getRaw=true");
        id(server, "callbackURL=https%3A%2F%2Fapp.example.org%2Fother&meetingID=other");
        String global = "<hook><hookID>" + permanent + "</hookID>"
                + "<callbackURL><![CDATA[https://app.example.org/cb?a=1&b=2]]></callbackURL>"
                + "<permanentHook>true</permanentHook><rawData>false</rawData></hook>";
        String own = "<hook><hookID>" + scoped + "</hookID><callbackURL><![CDATA[https://app.example.org/m]]>"
                + "</callbackURL><meetingID><![CDATA[room <1>]]></meetingID><eventID>user-joined,user-left</eventID>"
                + "<permanentHook>false</permanentHook><rawData>true</rawData></hook>";
        assertThat(Wire.get(server, "hooks/list", "meetingID=room+%3C1%3E").body())
                .isEqualTo("<response><returncode>SUCCESS</returncode><hooks>"
                        + (permanent.compareTo(scoped) < 0 ? global + own : own + global) + "</hooks></response>");
        assertThat(Wire.texts(Wire.get(server, "hooks/list", ""), "hookID")).hasSize(3);
    }

    @Test
    void ofOneMeetingTheFirstHookAloneIsFound(SimulatedServer server) {
        String first = id(server, "callbackURL=http%3A%2F%2Fa%2F&meetingID=room");
        id(server, "callbackURL=http%3A%2F%2Fb%2F&meetingID=room");
        assertThat(Wire.texts(Wire.get(server, "hooks/list", "meetingID=room"), "hookID"))
                .containsExactly(first);
    }

    @Test
    void listingAMeetingWithoutAHookFails(SimulatedServer server) {
        id(server, "callbackURL=http%3A%2F%2Fa%2F");
        assertThat(Wire.get(server, "hooks/list", "meetingID=nope").body())
                .isEqualTo("<response><returncode>FAILED</returncode><messageKey>listHookError</messageKey><message>An"
                        + " error happened while listing registered hooks. Check the logs.</message></response>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getRaw=TRUE | <rawData>true</rawData>",
                "getRaw=False | <rawData>false</rawData>",
                "getRaw= | <rawData>false</rawData>",
                "getRaw=1 | <rawData>1</rawData>",
                "getRaw=0 | <rawData>0</rawData>"
            })
    void rawIsReadAsJson(String query, String raw, SimulatedServer server) {
        assertThat(create(server, "callbackURL=http%3A%2F%2Fa%2F&" + query).body())
                .contains(raw);
        assertThat(Wire.get(server, "hooks/list", "").body()).contains(raw);
    }

    @Test
    void emptyValuesAreValues(SimulatedServer server) {
        String id = id(server, "callbackURL=&eventID=&meetingID=");
        assertThat(Wire.get(server, "hooks/list", "").body())
                .contains("<hook><hookID>" + id + "</hookID><callbackURL><![CDATA[]]></callbackURL>"
                        + "<meetingID><![CDATA[]]></meetingID><eventID></eventID>");
        assertThat(Wire.messageKey(create(server, "callbackURL="))).isEqualTo("duplicateWarning");
        assertThat(Wire.messageKey(Wire.get(server, "hooks/destroy", "hookID=")))
                .isEqualTo("destroyMissingHook");
        server.callbacks().retryDelays();
        server.createMeeting("room").end();
        server.callbacks().settled().block(Duration.ofSeconds(30));
        assertThat(server.callbacks().sent()).isEmpty();
    }

    @Test
    void aHookThatCannotBeCalledHurtsNoOther(SimulatedServer server) {
        server.callbacks().retryDelays();
        for (String url :
                List.of("", "no+url", "ftp%3A%2F%2Fa%2F", "http%3A%2F%2F%5B", "http%3A%2F%2F127.0.0.1%3A1%2F")) {
            id(server, "callbackURL=" + url);
        }
        server.createMeeting("room");
        server.callbacks().settled().block(Duration.ofSeconds(30));
        assertThat(server.callbacks().sent()).hasSize(5).noneMatch(SimulatedCallback::delivered);
        assertThat(server.callbacks().hookUrls()).isEmpty();
    }

    @Test
    void destroyedHookIsGoneAndAPermanentOneStays(SimulatedServer server) {
        String id = id(server, "callbackURL=http%3A%2F%2Fa%2F");
        String permanent = server.callbacks().addPermanentHook("http://b/");
        assertThat(Wire.get(server, "hooks/destroy", "hookID=" + id).body())
                .isEqualTo("<response><returncode>SUCCESS</returncode><removed>true</removed></response>");
        assertThat(Wire.messageKey(Wire.get(server, "hooks/destroy", "hookID=" + id)))
                .isEqualTo("destroyMissingHook");
        assertThat(Wire.messageKey(Wire.get(server, "hooks/destroy", "hookID=" + permanent)))
                .isEqualTo("destroyMissingHook");
        assertThat(server.callbacks().hookUrls()).containsExactly("http://b/");
    }

    @ParameterizedTest
    @CsvSource({"hooks/create, missingParamCallbackURL", "hooks/destroy, missingParamHookID"})
    void parametersAreNeeded(String call, String key, SimulatedServer server) {
        HttpResponse<String> response = Wire.get(server, call, "");
        assertThat(response.body()).startsWith("<response><returncode>FAILED</returncode><messageKey>" + key);
    }

    @Test
    void hooksAreSignedLikeTheApi(SimulatedServer server) {
        String url = server.url() + "/api/hooks/list";
        HttpResponse<String> unsigned = Wire.send(Wire.request(url).build());
        assertThat(Wire.messageKey(unsigned)).isEqualTo("checksumError");
        assertThat(Wire.text(unsigned, "message")).isEqualTo("You did not pass the checksum security check.");
        HttpResponse<String> odd = Wire.send(Wire.request(url + "?checksum=abc").build());
        assertThat(odd.statusCode()).isEqualTo(500);
        assertThat(odd.headers().firstValue("X-Powered-By")).hasValue("Express");
    }

    @Test
    void otherMethodsAndStrangeRawAreBroken(SimulatedServer server) {
        String url = Wire.signed(server, "hooks/list", "");
        HttpResponse<String> posted = Wire.post(url, "application/x-www-form-urlencoded", "a=b");
        assertThat(posted.statusCode()).isEqualTo(404);
        assertThat(posted.body()).contains("Cannot POST /s1/bigbluebutton/api/hooks/list");
        assertThat(create(server, "callbackURL=http%3A%2F%2Fa%2F&getRaw=maybe").statusCode())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"GET, hooks/nosuchcall", "PUT, hooks/create", "DELETE, hooks", "POST, hooks/ping"})
    void unknownCallIsAPageOfTheWebhooks(String method, String call, SimulatedServer server) {
        HttpResponse<String> response = Wire.send(Wire.request(server.url() + "/api/" + call + "?a=b")
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(response.headers().firstValue("X-Powered-By")).hasValue("Express");
        assertThat(response.body())
                .isEqualTo(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n"
                                + "</head>\n<body>\n<pre>Cannot " + method + " /s1/bigbluebutton/api/" + call
                                + "</pre>\n</body>\n</html>\n");
    }

    @Test
    void pingNeedsNoChecksumAndHasNoType(SimulatedServer server) {
        HttpResponse<String> response =
                Wire.send(Wire.request(server.url() + "/api/hooks/ping").build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("bbb-webhooks API up!");
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }
}
