// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.testkit.SimulatedPaging.BehindEnd;
import io.blueflux.testkit.SimulatedRecording.Format;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BbbSimulatorExtension.class)
class PagingTest {
    /** Two formats, none, one. */
    @BeforeEach
    void record(SimulatedServer server) {
        server.addRecording(SimulatedRecording.builder("r-1", "room")
                        .format(Format.of("presentation", "https://bbb.example.org/p"))
                        .format(Format.of("video", "https://bbb.example.org/v"))
                        .build())
                .addRecording(SimulatedRecording.builder("r-2", "room").build())
                .addRecording(SimulatedRecording.builder("r-3", "room")
                        .format(Format.of("podcast", "https://bbb.example.org/a"))
                        .build());
    }

    private static HttpResponse<String> page(SimulatedServer server, String query) {
        return Wire.get(server, "getRecordings", query);
    }

    private static List<String> ids(HttpResponse<String> page) {
        return Wire.texts(page, "recordID");
    }

    @Test
    void ignoredPagingListsAll(SimulatedServer server) {
        server.paging(SimulatedPaging.IGNORED);
        HttpResponse<String> page = page(server, "offset=1&limit=1");
        assertThat(ids(page)).containsExactly("r-1", "r-2", "r-3");
        assertThat(Wire.text(page, "totalElements")).isEqualTo("(none)");
    }

    @Test
    void oldPaginationCountsFormatsAndMergesThem(SimulatedServer server) {
        server.paging(SimulatedPaging.PAGINATION);
        HttpResponse<String> first = page(server, "offset=0&limit=2");
        assertThat(ids(first)).containsExactly("r-1");
        assertThat(first.body())
                .endsWith("\n        <pagination><pageable><offset>0</offset><limit>2</limit><paged>true</paged>"
                        + "<unpaged>false</unpaged></pageable><totalElements>4</totalElements><empty>false</empty>"
                        + "</pagination></response>");
        assertThat(ids(page(server, "offset=2&limit=2"))).containsExactly("r-2", "r-3");
    }

    @Test
    void recordingAcrossTwoPagesIsOnBothWithItsShare(SimulatedServer server) {
        server.paging(SimulatedPaging.TOTAL_ELEMENTS.withMergedFormats());
        HttpResponse<String> first = page(server, "limit=1");
        HttpResponse<String> second = page(server, "limit=1&offset=1");
        assertThat(ids(first)).containsExactly("r-1");
        assertThat(Wire.texts(first, "type")).containsExactly("presentation");
        assertThat(ids(second)).containsExactly("r-1");
        assertThat(Wire.texts(second, "type")).containsExactly("video");
        assertThat(Wire.text(second, "totalElements")).isEqualTo("4");
    }

    @Test
    void emptyPageTellsSo(SimulatedServer server) {
        server.paging(SimulatedPaging.PAGINATION);
        HttpResponse<String> none = page(server, "recordID=nope&limit=10");
        assertThat(Wire.messageKey(none)).isEqualTo("noRecordings");
        assertThat(Wire.text(none, "empty")).isEqualTo("true");
    }

    @Test
    void offsetBehindTheEndFailsAsSet(SimulatedServer server) {
        server.paging(SimulatedPaging.PAGINATION);
        assertThat(page(server, "offset=4&limit=1").body()).isEqualTo("null");
        server.paging(SimulatedPaging.PAGINATION.withBehindEnd(BehindEnd.ERROR_PAGE));
        assertThat(page(server, "offset=4&limit=1").statusCode()).isEqualTo(500);
        server.paging(SimulatedPaging.TOTAL_ELEMENTS);
        assertThat(Wire.messageKey(page(server, "offset=3&limit=1"))).isEqualTo("unexpectedError");
    }
}
