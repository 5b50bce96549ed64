// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.ApiCall;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.endpoint.Rows;
import io.blueflux.error.MalformedResponseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SUCCESS is believed where the answer says what was asked for, or where nothing was asked for. */
class EmptySuccessTest {
    private static final String BARE = "<response><returncode>SUCCESS</returncode></response>";
    private static final String BARE_JSON = "{\"response\":{\"returncode\":\"SUCCESS\"}}";
    private static final List<String> OF_THE_ROOT = List.of(
            success("<version>0.9</version>"),
            success("<version>2.0</version><apiVersion>2.0</apiVersion><bbbVersion/>"),
            success("<version/><messageKey></messageKey><message/>"),
            success("<apiVersion>2.0</apiVersion>"),
            success("<version>2.0</version><graphqlApiUrl>https://h</graphqlApiUrl><more><version>1</version></more>"),
            "<?xml version=\"1.0\"?>\n<response>\n <version>2.0</version>\n <returncode>SUCCESS</returncode>\n</response>\n",
            "{\"response\":{\"returncode\":\"SUCCESS\",\"version\":\"2.0\",\"bbbVersion\":null}}",
            "{\"version\":2.0,\"returncode\":\"SUCCESS\"}");

    /** The orders: there is nothing to ask for but whether they were taken. */
    private static final Set<String> ORDERS =
            Set.of("end", "insertDocument", "sendChatMessage", "putRecordingTextTrack");

    static Stream<Endpoint<?>> calls() {
        return Rows.all().filter(endpoint -> !endpoint.equals(Endpoints.HOOKS_PING));
    }

    static Stream<Arguments> callsAndRoots() {
        return Stream.concat(calls(), Stream.of(Endpoints.GET_RECORDINGS_PAGE, Endpoints.GET_RECORDINGS_PARTS))
                .filter(endpoint -> !endpoint.equals(Endpoints.VERSION))
                .flatMap(endpoint -> OF_THE_ROOT.stream().map(body -> Arguments.of(endpoint, body)));
    }

    @ParameterizedTest
    @MethodSource("callsAndRoots")
    void theRootsAnswerIsNoAnswerOfACall(Endpoint<?> endpoint, String body) {
        Splits.Outcome<?> outcome = decode(endpoint, body);

        outcome.failure(MalformedResponseException.class);
        assertThat(outcome.values()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void bareSuccessAnswersOrdersOnly(Endpoint<?> endpoint) {
        Splits.Outcome<?> outcome = decode(endpoint, BARE);

        if (ORDERS.contains(endpoint.call().toString())) {
            outcome.value();
        } else {
            outcome.failure(MalformedResponseException.class);
            assertThat(outcome.values()).isEmpty();
        }
    }

    @Test
    void bareSuccessInJsonAnswersOrdersOnly() {
        decode(Endpoints.PUT_RECORDING_TEXT_TRACK, BARE_JSON).value();
        for (Endpoint<?> endpoint :
                List.of(Endpoints.GET_RECORDING_TEXT_TRACKS, Endpoints.GET_JOIN_URL, Endpoints.LEARNING_DASHBOARD)) {
            decode(endpoint, BARE_JSON).failure(MalformedResponseException.class);
        }
    }

    @Test
    void theErrorTellsWhatCame() {
        assertThat(decode(Endpoints.END, OF_THE_ROOT.get(0)).failure(MalformedResponseException.class))
                .hasMessageContaining("the version, which the API's root answers, and nothing of the call")
                .hasMessageContaining("<version>0.9</version>");
        assertThat(decode(Endpoints.GET_MEETINGS, BARE).failure(MalformedResponseException.class))
                .hasMessageContaining("a <response> without a <meetings>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        getMeetings | meetings | noMeetings
        getRecordings | recordings | noRecordings
        getSessions | sessions | noSessions
        hooks/list | hooks | -
        """)
    void anEmptyListIsThereOrSaidToBeEmpty(String call, String list, String none) {
        Endpoint<?> endpoint = calls().filter(row -> row.call().toString().equals(call))
                .findFirst()
                .orElseThrow();
        for (String empty :
                List.of("<@/>", "<@></@>", "<@> \n </@>", "<@>null</@>", "<@ nil='true'/>", "<@><!-- --></@>")) {
            String body = success(empty.replace("@", list) + "<version>2.0</version>");
            assertThat(decode(endpoint, body)).isEqualTo(new Splits.Outcome<>(List.of(), "", null));
        }
        for (String other :
                List.of("<messageKey>other</messageKey>", "<more><" + list + "/></more>", "<message>none</message>")) {
            decode(endpoint, success(other)).failure(MalformedResponseException.class);
        }
        if (!none.equals("-")) {
            String body = success("<messageKey>" + none + "</messageKey><message>none</message>");
            assertThat(decode(endpoint, body)).isEqualTo(new Splits.Outcome<>(List.of(), "", null));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"response":{"returncode":"SUCCESS","tracks":[]}}
        {"response":{"returncode":"SUCCESS","tracks":null}}
        {"response":{"returncode":"SUCCESS","tracks":""}}
        {"response":{"returncode":"SUCCESS","tracks":" "}}
        {"response":{"returncode":"SUCCESS","tracks":{}}}
        {"returncode":"SUCCESS","tracks":[null]}
        {"response":{"returncode":"SUCCESS","messageKey":"noCaptionsFound"}}
        {"response":{"returncode":"SUCCESS","messageKey":"noRecordings","message":"m"}}
        <response><returncode>SUCCESS</returncode><tracks/></response>
        <response><returncode>SUCCESS</returncode><version>2.0</version><tracks> </tracks></response>
        """)
    void emptyTracksAreAnEmptyList(String body) {
        assertThat(decode(Endpoints.GET_RECORDING_TEXT_TRACKS, body))
                .isEqualTo(new Splits.Outcome<>(List.of(), "", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create | <createTime>1</createTime><messageKey>duplicateWarning</messageKey>
        create | <meetingID> </meetingID><internalMeetingID/>
        getMeetingInfo | <meetingName>a</meetingName><running>true</running>
        getMeetingInfo | <meetingID></meetingID><messageKey>k</messageKey>
        isMeetingRunning | <meetingID>a</meetingID>
        isMeetingRunning | <running>maybe</running>
        hooks/destroy | <removed>null</removed>
        updateRecordings | <updated>2</updated>
        hooks/create | <permanentHook>false</permanentHook><messageKey>duplicateWarning</messageKey>
        hooks/destroy | <messageKey>k</messageKey>
        join | <messageKey>successfullyJoined</messageKey>
        publishRecordings | <messageKey>k</messageKey>
        """)
    void anAnswerWithoutWhatItIsAboutIsMalformed(String call, String content) {
        Endpoint<?> endpoint = calls().filter(row -> row.call().toString().equals(call))
                .findFirst()
                .orElseThrow();

        decode(endpoint, success(content)).failure(MalformedResponseException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create | <internalMeetingID>i</internalMeetingID>
        create | <version>2.0</version><meetingID>a</meetingID>
        getMeetingInfo | <internalMeetingID>i</internalMeetingID>
        end | <version>2.0</version><messageKey>sentEndMeetingRequest</messageKey>
        insertDocument | <version>2.0</version><message>taken</message>
        join | <messageKey>guestWait</messageKey>
        version | <apiVersion>2.0</apiVersion>
        version | <version>0.9</version>
        """)
    void anAnswerWithWhatItIsAboutIsOne(String call, String content) {
        Endpoint<?> endpoint = calls().filter(row -> row.call().toString().equals(call))
                .findFirst()
                .orElseThrow();

        decode(endpoint, success(content)).value();
    }

    @Test
    void aKnownCallByItsNameIsNotAnsweredByTheRoot() {
        Endpoint<?> end = Endpoints.unknown(Endpoints.END.call());

        decode(end, OF_THE_ROOT.get(0)).failure(MalformedResponseException.class);
        decode(end, success("<version>2.0</version><graphqlApiUrl>https://h</graphqlApiUrl>"))
                .failure(MalformedResponseException.class);
        decode(end, OF_THE_ROOT.get(6)).failure(MalformedResponseException.class);
        decode(end, BARE).value();
        decode(end, success("<version>2.0</version><meetings/>")).value();
        decode(Endpoints.unknown(Endpoints.VERSION.call()), OF_THE_ROOT.get(0)).value();
        decode(Endpoints.unknown(ApiCall.of("setPollXML")), OF_THE_ROOT.get(0)).value();
    }

    private static <T> Splits.Outcome<T> decode(Endpoint<T> endpoint, String body) {
        return Splits.decode(() -> endpoint.decoders().apply(OK), body);
    }

    private static String success(String content) {
        return "<response><returncode>SUCCESS</returncode>" + content + "</response>";
    }
}
