// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Callbacks;
import io.blueflux.model.Meeting;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others wrote is read as it was meant, or as absent. */
class NothingConfidentialIsReadBackTest {
    private interface Library {
        <T> T read(String json, Class<T> type) throws Exception;

        String write(Object value) throws Exception;
    }

    static Stream<Named<Library>> libraries() {
        return Stream.of(
                Named.of("Jackson 2", new Library() {
                    @Override
                    public <T> T read(String json, Class<T> type) throws Exception {
                        return Serialisers.JACKSON_2.readValue(json, type);
                    }

                    @Override
                    public String write(Object value) throws Exception {
                        return Serialisers.JACKSON_2.writeValueAsString(value);
                    }
                }),
                Named.of("Jackson 3", new Library() {
                    @Override
                    public <T> T read(String json, Class<T> type) {
                        return Serialisers.JACKSON_3.readValue(json, type);
                    }

                    @Override
                    public String write(Object value) {
                        return Serialisers.JACKSON_3.writeValueAsString(value);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aCallbackThatIsNullOrATextIsAbsent(Library library) throws Exception {
        for (String callbacks : new String[] {
            "{\"endCallbackUrl\":null}", "{}", "{\"endCallbackUrl\":\"null\"}", "{\"endCallbackUrl\":\"***\"}",
            "{\"endCallbackUrl\":{\"text\":\"x\"}}", "{\"endCallbackUrl\":[1]}"
        }) {
            assertThat(library.read(callbacks, Callbacks.class)).as(callbacks).isEqualTo(Callbacks.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void metadataMayBeNull(Library library) throws Exception {
        String json = library.write(MarkedValues.of(Meeting.class))
                .replaceFirst("\"metadata\":\\{[^}]*}", "\"metadata\":{\"endcallbackurl\":null,\"course\":null}")
                .replaceFirst("\"callbacks\":\\{[^}]*}", "\"callbacks\":{\"endCallbackUrl\":null}");

        Meeting meeting = library.read(json, Meeting.class);

        assertThat(json).contains("\"course\":null", "\"endCallbackUrl\":null");
        assertThat(meeting.callbacks()).isEqualTo(Callbacks.NONE);
        assertThat(meeting.metadata()).containsOnlyKeys("course");
        assertThat(meeting.toString()).contains("course=null");
        assertThat(library.write(meeting)).doesNotContain("\"null\"");
    }
}
