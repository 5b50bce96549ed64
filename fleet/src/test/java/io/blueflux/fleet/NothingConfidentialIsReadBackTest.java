// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.json.JsonReader;
import io.blueflux.model.Callbacks;
import io.blueflux.model.JsonValue;
import io.blueflux.model.Meeting;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
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
            "{\"endCallbackUrl\":null}",
            "{}",
            "{\"endCallbackUrl\":\"null\"}",
            "{\"endCallbackUrl\":\"***\"}",
            "{\"endCallbackUrl\":{\"text\":\"x\"}}",
            "{\"endCallbackUrl\":[1]}"
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

    @ParameterizedTest
    @MethodSource("libraries")
    void numbersAreReadBackAsTheyAre(Library library) throws Exception {
        String numbers = "[0,-0.0,12.5,100.0,123456789012345678901234567890,\"00012\",\"1e400\"]";
        JsonValue json = requireNonNull(JsonReader.read(numbers));

        JsonValue back = library.read(library.write(json), JsonValue.class);

        assertThat(library.write(json)).isEqualTo(numbers);
        assertThat(back).isEqualTo(json);
    }

    /** None is Infinity or NaN, none is an error, none takes all memory. */
    @ParameterizedTest
    @MethodSource("libraries")
    void numbersThatJavaDoesNotHaveKeepTheirText(Library library) throws Exception {
        for (String number :
                new String[] {"1e400", "-1e400", "1e-400", "1e999999999", "1e9999999999999", "7e-9999999999"}) {
            JsonValue json = requireNonNull(JsonReader.read("{\"n\":" + number + "}"));

            assertThat(library.write(json)).isEqualTo("{\"n\":\"" + number + "\"}");
            assertThat(library.read(library.write(json), JsonValue.class).text("n"))
                    .isEqualTo(number);
            assertThat(library.read("{\"n\":" + "1e400" + "}", JsonValue.class).text("n"))
                    .isNotNull();
        }
        JsonValue hundred = library.read(library.write(requireNonNull(JsonReader.read("1E+2"))), JsonValue.class);
        assertThat(((JsonValue.Scalar) hundred).value()).isEqualTo(new BigDecimal("100.0"));
    }

    @Test
    void theOtherLibrariesWriteAnyNumber() throws Exception {
        for (String number : new String[] {"-0", "1e400", "1e999999999", "1e9999999999999", "1E+2", "1e308"}) {
            JsonValue json = requireNonNull(JsonReader.read("{\"n\":" + number + "}"));
            for (Map.Entry<String, Serialisers.Writer> each : Serialisers.JSON.entrySet()) {
                assertThat(each.getValue().write(json))
                        .as(each.getKey())
                        .hasSizeLessThan(500)
                        .doesNotContain("Infinity")
                        .doesNotContain("NaN");
            }
        }
    }
}
