// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.BbbVersion;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.Failure;
import io.blueflux.model.AttendeeRole;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.ServerProfile;
import io.blueflux.support.guards.PublicTypes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jackson makes of words, profiles, reports, snapshots and events. */
class PrintedSensiblyTest {
    private static final Instant NOW = Instant.ofEpochMilli(1767254400000L);

    static Stream<Class<?>> openSets() throws IOException, URISyntaxException {
        return PublicTypes.of(BbbServer.class, "io/blueflux/(error|model|profile|request)")
                .filter(type -> Stream.of(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals("of")
                                && method.getReturnType() == type
                                && method.getParameterCount() == 1
                                && method.getParameterTypes()[0] == String.class))
                .filter(type -> Stream.of(type.getDeclaredFields()).anyMatch(constant -> constant.getType() == type));
    }

    @ParameterizedTest
    @MethodSource("openSets")
    void wordsArePrintedAsTheApisWords(Class<?> type) throws Exception {
        Object word = type.getMethod("of", String.class).invoke(null, "tomorrow");

        assertThat(Serialisers.JACKSON_2.writeValueAsString(word)).isEqualTo("\"tomorrow\"");
        assertThat(Serialisers.JACKSON_3.writeValueAsString(word)).isEqualTo("\"tomorrow\"");
        assertThat(Serialisers.JACKSON_2.readValue("\"tomorrow\"", type)).isEqualTo(word);
        assertThat(Serialisers.JACKSON_3.readValue("\"tomorrow\"", type)).isEqualTo(word);
    }

    @Test
    void aProfileSaysWhatIsKnown() throws Exception {
        ServerProfile profile = ServerProfile.builder()
                .version(BbbVersion.of("2.7.3"))
                .balancer(Balancer.NONE)
                .accepts(ChecksumAlgorithm.SHA1, false)
                .build();

        assertThat(Serialisers.JACKSON_3.readTree(Serialisers.JACKSON_3.writeValueAsString(profile)))
                .isEqualTo(Serialisers.JACKSON_3.readTree(Serialisers.JACKSON_2.writeValueAsString(profile)))
                .isEqualTo(Serialisers.JACKSON_3.readTree("""
                        {"version":"2.7.3","oldest":"2.7.3","balancer":"none","strongest":"SHA512","formPost":"yes",
                        "paging":"yes","hooks":"unknown","hooksAlgorithm":"SHA1","urlBudget":8000,"findings":[],
                        "checksums":{"SHA1":"no","SHA256":"yes","SHA384":"yes","SHA512":"yes"}}"""));
    }

    @Test
    void aFailureSaysWhatItIsAndNotWhere() throws Exception {
        CallSite site = new CallSite("one", "poll");
        Throwable error = new CallTimeoutException(
                site, CallTimeoutException.Stage.DEADLINE, Duration.ofSeconds(1), new IOException("inner"));
        String printed = "{\"kind\":\"CallTimeoutException\",\"message\":\"" + error.getMessage() + "\"}";
        ServerReport report =
                new ServerReport(ServerView.fresh("one", NOW), Duration.ofMillis(12), Duration.ZERO, Failure.of(error));

        assertThat(report.error()).isSameAs(error);
        assertThat(Serialisers.JACKSON_2
                        .readTree(Serialisers.JACKSON_2.writeValueAsString(report))
                        .get("failure"))
                .hasToString(printed);
        assertThat(Serialisers.JACKSON_3.writeValueAsString(report))
                .contains("\"failure\":" + printed)
                .contains("\"answered\":false");
        assertThat(Serialisers.of("Gson").write(report)).contains("\"failure\":" + printed);
    }

    @Test
    void aFailureQuotesNoErrorButOurOwn() {
        Failure failure = Failure.of(new IllegalStateException("token=t0ps3cret"));

        assertThat(failure.message()).isNull();
        assertThat(failure).hasToString("IllegalStateException");
    }

    @Test
    void attendeesAreKeysThatAnybodyCanRead() throws Exception {
        Map<AttendeeKey, Integer> attendees =
                Map.of(new AttendeeKey("u 1", "Änne & Ko + 100%=1", AttendeeRole.MODERATOR), 2);
        String json = Serialisers.JACKSON_2.writeValueAsString(attendees);

        assertThat(json).isEqualTo("{\"userId=u 1&fullName=Änne %26 Ko %2B 100%25=1&role=MODERATOR\":2}");
        assertThat(Serialisers.JACKSON_3.writeValueAsString(attendees)).isEqualTo(json);
        assertThat(AttendeeKey.of(new AttendeeKey(null, "", null).query())).isEqualTo(new AttendeeKey(null, "", null));
    }

    @Test
    void anEventSaysWhichItIs() throws Exception {
        for (Class<?> type : requireNonNull(FleetEvent.class.getPermittedSubclasses())) {
            FleetEvent event = (FleetEvent) MarkedValues.of(type);
            String json = Serialisers.JACKSON_2.writeValueAsString(event);

            assertThat(json).startsWith("{\"event\":\"" + word(type) + "\",\"source\":");
            assertThat(Serialisers.JACKSON_2.readValue(json, FleetEvent.class)).hasSameClassAs(event);
            assertThat(Serialisers.JACKSON_3.readValue(
                            Serialisers.JACKSON_3.writeValueAsString(event), FleetEvent.class))
                    .hasSameClassAs(event);
        }
    }

    /** As {@code blueflux poll} calls it. */
    private static String word(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
