// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Validation;
import org.junit.jupiter.api.Test;

class RecordingsQueryTest {
    @Test
    void allSendsNothing() {
        assertThat(RecordingsQuery.all().call()).isEqualTo(ApiCall.GET_RECORDINGS);
        assertThat(RecordingsQuery.all().parameters().isEmpty()).isTrue();
    }

    @Test
    void filtersAreSentUnderTheirWireNames() {
        RecordingsQuery query = RecordingsQuery.builder()
                .meetingIds("room 1", "room 2")
                .recordIds("r-1")
                .states(RecordingState.PUBLISHED, RecordingState.of("tomorrow"))
                .meta("course", "%math%")
                .offset(200)
                .limit(100)
                .parameter("tomorrow", "x")
                .build();

        assertThat(query.parameters().asMap())
                .containsExactly(
                        entry("meetingID", "room 1,room 2"),
                        entry("recordID", "r-1"),
                        entry("state", "published,tomorrow"),
                        entry("meta_course", "%math%"),
                        entry("offset", "200"),
                        entry("limit", "100"),
                        entry("tomorrow", "x"));
    }

    @Test
    void whatMakesTheServerFailIsRefused() {
        RecordingsQuery.Builder builder = RecordingsQuery.builder();

        assertThatThrownBy(() -> builder.meta("course", "")).hasMessageStartingWith("meta_course must be");
        assertThatThrownBy(() -> builder.limit(0)).hasMessageStartingWith("limit must be");
        assertThatThrownBy(() -> builder.limit(101)).hasMessageStartingWith("limit must be");
        assertThatThrownBy(() -> builder.offset(-1)).hasMessageStartingWith("offset must be");
        assertThatThrownBy(() -> builder.meetingIds()).hasMessageStartingWith("meetingID must be");
        assertThatThrownBy(() -> builder.meetingIds("a,b")).hasMessageContaining("meetingID");
        assertThatThrownBy(() -> builder.recordIds("a", "")).hasMessageStartingWith("recordID must be");
        assertThatThrownBy(() -> builder.states()).hasMessageStartingWith("state must be");
    }

    @Test
    void anotherPageOfALenientQueryIsLenient() {
        RecordingsQuery query = RecordingsQuery.builder(Validation.LENIENT)
                .meta("course", "")
                .limit(500)
                .build();

        assertThat(query.withPage(500, 500).withPage(1_000, 500).parameters().asMap())
                .containsExactly(entry("meta_course", ""), entry("limit", "500"), entry("offset", "1000"));
    }

    @Test
    void anotherPageKeepsTheFilters() {
        RecordingsQuery query =
                RecordingsQuery.builder().meetingIds("room").meta("a", "%b").build();

        assertThat(query.offset()).isZero();
        assertThat(query.limit()).isNull();
        RecordingsQuery page = query.withPage(200, 50);
        assertThat(page.offset()).isEqualTo(200);
        assertThat(page.limit()).isEqualTo(50);
        assertThat(page.parameters().asMap())
                .containsEntry("meetingID", "room")
                .containsEntry("meta_a", "%b")
                .hasSize(4);
        assertThatThrownBy(() -> query.withPage(-1, 50)).hasMessageStartingWith("offset must be");
        assertThatThrownBy(() -> query.withPage(0, 101)).hasMessageStartingWith("limit must be");
    }
}
