// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.ApiCall;
import io.blueflux.body.Bodies;
import io.blueflux.body.BodySource;
import io.blueflux.body.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimpleRequestTest {
    @Test
    void eachCallSendsItsParameters() {
        assertSends(SimpleRequest.version(), ApiCall.VERSION, Map.of());
        assertSends(SimpleRequest.getMeetings(), ApiCall.GET_MEETINGS, Map.of());
        assertSends(SimpleRequest.isMeetingRunning("room"), ApiCall.IS_MEETING_RUNNING, Map.of("meetingID", "room"));
        assertSends(SimpleRequest.getMeetingInfo("room"), ApiCall.GET_MEETING_INFO, Map.of("meetingID", "room"));
        assertSends(SimpleRequest.end("room"), ApiCall.END, Map.of("meetingID", "room"));
        assertSends(SimpleRequest.end("room", "mp"), ApiCall.END, Map.of("meetingID", "room", "password", "mp"));
        assertSends(
                SimpleRequest.deleteRecordings(List.of("r-1", "r-2")),
                ApiCall.DELETE_RECORDINGS,
                Map.of("recordID", "r-1,r-2"));
    }

    private static void assertSends(ApiRequest request, ApiCall call, Map<String, String> parameters) {
        assertThat(request.call()).isEqualTo(call);
        assertThat(request.parameters().asMap()).isEqualTo(parameters);
        assertThat(request.body()).isNull();
    }

    @Test
    void argumentsAreCheckedAtOnce() {
        assertThatThrownBy(() -> SimpleRequest.getMeetingInfo("a,b")).hasMessageStartingWith("meetingID must be");
        assertThatThrownBy(() -> SimpleRequest.deleteRecordings(List.of())).hasMessageStartingWith("recordID must be");
        assertThatThrownBy(() -> SimpleRequest.deleteRecordings(List.of("a,b")))
                .hasMessage("an item of recordID must not hold a comma");
    }

    @Test
    void anyRequestCarriesItsBody() {
        RequestBody body = RequestBody.of("text/xml", "<modules/>".getBytes(StandardCharsets.UTF_8));

        SimpleRequest request = SimpleRequest.of(ApiCall.CREATE, Map.of("meetingID", "room", "name", "Room"), body);

        assertThat(request.body()).isSameAs(body);
        assertThat(body.contentType()).isEqualTo("text/xml");
        assertThat(body).hasToString("text/xml, 10 bytes");
        assertThat(Bodies.text(body)).isEqualTo("<modules/>");
    }

    @Test
    void bodyDoesNotShareItsBytes() {
        byte[] bytes = {1, 2};
        RequestBody body = RequestBody.of("text/xml", bytes);

        bytes[0] = 9;

        assertThat(Bodies.bytes(body)).containsExactly(1, 2);
        BodySource.Memory source = (BodySource.Memory) body.segments().get(0).source();
        assertThat(source.bytes().isReadOnly()).isTrue();
    }

    @Test
    void contentTypeCannotSmuggleHeaders() {
        assertThatThrownBy(() -> RequestBody.of("text/xml\r\nX: y", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RequestBody.of("xml", new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textHidesThePassword() {
        assertThat(SimpleRequest.end("room", "s3cr3t")).hasToString("end [meetingID=room, password=***]");
    }
}
