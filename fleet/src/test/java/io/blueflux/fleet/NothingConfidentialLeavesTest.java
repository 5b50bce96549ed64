// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static io.blueflux.fleet.MarkedValues.OPEN;
import static io.blueflux.fleet.MarkedValues.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.Confidential;
import io.blueflux.SharedSecret;
import io.blueflux.body.RequestBody;
import io.blueflux.model.JsonValue;
import io.blueflux.profile.ServerProfile;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.RetryPolicy;
import io.blueflux.sign.ChecksumDiagnosis;
import io.blueflux.sign.SignedCall;
import io.blueflux.sign.SignedRequest;
import io.blueflux.webhook.WebhookDelivery;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type that an answer, an event or a snapshot can hold is found, filled and written in every way. */
class NothingConfidentialLeavesTest {
    /** What users give, and nobody answers; what of it holds a secret is filled by hand below. */
    private static final Set<Class<?>> GIVEN = Set.of(
            BbbServer.class,
            FanOut.class,
            FleetServer.class,
            HealthPolicy.class,
            PollPlan.class,
            PollSchedule.class,
            RequestBody.class,
            RetryPolicy.class,
            SharedSecret.class);

    /** What is no answer, holds events of any kind, or is read as the tree that it is part of. */
    private static final Set<Class<?>> NOT_READ = Set.of(
            JsonValue.Scalar.class,
            ServerProfile.class,
            SignedCall.class,
            SignedRequest.class,
            WebhookDelivery.class,
            ChecksumDiagnosis.Refusal.class);

    private static final Pattern MARK = Pattern.compile(OPEN + " \\w+");

    static Stream<Class<?>> types() throws IOException, URISyntaxException {
        return AnswerTypes.all().stream()
                .filter(type -> !type.isSealed() && !GIVEN.contains(type) && type != Confidential.class);
    }

    static Stream<Class<?>> readableTypes() throws IOException, URISyntaxException {
        return types().filter(type -> !NOT_READ.contains(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void noSecretLeaves(Class<?> type) throws Exception {
        Object value = MarkedValues.of(type);

        for (Map.Entry<String, Serialisers.Writer> each : Serialisers.all().entrySet()) {
            assertThat(each.getValue().write(value))
                    .as(each.getKey())
                    .doesNotContain(SECRET)
                    .doesNotContain("stackTrace");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSecretIsAbsentOrNull(Class<?> type) throws Exception {
        for (String name : confidentialParts(type)) {
            for (Map.Entry<String, Serialisers.Writer> each : Serialisers.JSON.entrySet()) {
                assertThat(each.getValue().write(MarkedValues.of(type)))
                        .as(each.getKey())
                        .doesNotContainPattern("\"" + name + "\":(?!null)");
            }
        }
    }

    /** Gson, which goes by the fields, knows what there is. */
    @ParameterizedTest
    @MethodSource("types")
    void whatIsNoSecretIsWritten(Class<?> type) throws Exception {
        Object value = MarkedValues.of(type);
        Set<String> marks = marks(Serialisers.of("Gson").write(value));

        assertThat(marks(Serialisers.JACKSON_2.writeValueAsString(value))).containsAll(marks);
        assertThat(marks(Serialisers.BOOT_3.writeValueAsString(value))).containsAll(marks);
        assertThat(marks(Serialisers.JACKSON_3.writeValueAsString(value))).containsAll(marks);
    }

    @ParameterizedTest
    @MethodSource("readableTypes")
    void whatIsNoSecretIsReadBackByJackson(Class<?> type) throws Exception {
        Object value = MarkedValues.of(type);
        String two = Serialisers.JACKSON_2.writeValueAsString(value);
        String boot = Serialisers.BOOT_3.writeValueAsString(value);
        String three = Serialisers.JACKSON_3.writeValueAsString(value);

        Object readByTwo = Serialisers.JACKSON_2.readValue(two, type);
        Object readByThree = Serialisers.JACKSON_3.readValue(three, type);

        assertThat(Serialisers.JACKSON_2.writeValueAsString(readByTwo)).isEqualTo(two);
        assertThat(Serialisers.BOOT_3.readValue(boot, type)).isEqualTo(readByTwo);
        assertThat(readByThree).isEqualTo(readByTwo);
    }

    @Test
    void aServersSecretDoesNotLeave() throws Exception {
        BbbServer server = BbbServer.of("https://bbb.example.org", SECRET);

        for (Serialisers.Writer each : Serialisers.all().values()) {
            assertThat(each.write(server)).doesNotContain(SECRET).contains("bbb.example.org");
            assertThat(each.write(FleetServer.of(server))).doesNotContain(SECRET);
        }
        assertThat(Serialisers.JACKSON_3.writeValueAsString(server))
                .isEqualTo("{\"name\":\"bbb.example.org\",\"algorithm\":\"SHA256\"}");
    }

    @Test
    void aSecretByItselfOrInAMapOfTheUsersIsNull() throws Exception {
        Map<String, Object> ofAController = new LinkedHashMap<>();
        ofAController.put("pw", Confidential.of(SECRET));

        assertThat(Serialisers.JACKSON_2.writeValueAsString(ofAController)).isEqualTo("{\"pw\":null}");
        assertThat(Serialisers.JACKSON_3.writeValueAsString(ofAController)).isEqualTo("{\"pw\":null}");
        assertThat(Serialisers.of("Gson").write(ofAController)).isEqualTo("{}");
        assertThat(Serialisers.of("JSON-B").write(ofAController)).isEqualTo("{\"pw\":{}}");
        assertThat(Serialisers.JACKSON_2.readValue("\"***\"", Confidential.class))
                .isNull();
        assertThat(Serialisers.JACKSON_3.readValue("\"***\"", Confidential.class))
                .isNull();
    }

    /** What users make of ours: no library that can write it writes the secret. */
    @Test
    void nothingLeavesFromTheUsersOwnTypes() throws Exception {
        @SuppressWarnings("ArrayRecordComponent") // users have them
        record Own(
                Confidential[] array,
                List<Confidential> list,
                Map<Confidential, String> keys,
                Map<String, Confidential> values,
                AtomicReference<Confidential> reference,
                Object any,
                Serializable serializable) {}
        Confidential secret = Confidential.of(SECRET);
        List<Object> owned = List.of(
                new Own(
                        new Confidential[] {secret},
                        List.of(secret),
                        Map.of(),
                        Map.of("a", secret),
                        new AtomicReference<>(secret),
                        secret,
                        secret),
                new Own(new Confidential[0], List.of(), Map.of(secret, "a"), Map.of(), new AtomicReference<>(), 1, 1),
                Map.of(secret, "a"),
                Optional.of(secret),
                new Object[] {secret, Map.of("a", List.of(secret))});

        for (Object own : owned) {
            for (Map.Entry<String, Serialisers.Writer> each : Serialisers.all().entrySet()) {
                assertThat(written(each.getValue(), own)).as(each.getKey()).doesNotContain(SECRET);
            }
        }
    }

    private static String written(Serialisers.Writer writer, Object value) {
        try {
            return String.valueOf(writer.write(value));
        } catch (Exception e) { // some libraries know no null as a key, and some no Optional
            return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .map(Throwable::toString)
                    .collect(Collectors.joining());
        }
    }

    /** Shows that the search finds what somebody forgot. */
    @Test
    void aTokenThatIsAPlainTextIsFound() throws Exception {
        record Careless(String accessToken, String name) {}

        Object careless = MarkedValues.of(Careless.class);

        assertThat(Serialisers.JACKSON_2.writeValueAsString(careless)).contains(SECRET);
    }

    private static Set<String> confidentialParts(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .filter(part -> part.getType() == Confidential.class)
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<String> marks(String text) {
        return MARK.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
