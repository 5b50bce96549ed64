// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.ApiCall;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.body.RequestBody;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.TransportException;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.ParameterRule;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.RecordedRequest;
import io.blueflux.testkit.SimulatedServer;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Sends every parameter of the table to every call that takes it, with values that are hard to encode, and compares the
 * bytes that arrive with what the JDK's encoder and digests make of the same values. The server checks the checksum, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParametersOnTheWireIT {
    private static final int BUDGET = 7_000;
    private static final List<ChecksumAlgorithm> ALGORITHMS = List.of(ChecksumAlgorithm.values());
    private static final List<String> TEXTS = List.of(
            "a b",
            "a+b",
            "a&b=c",
            "100%25 %",
            "#?/:;@$,!'()*~-._",
            "\"<[{\\|}]>^`",
            "é ü ß 囲碁",
            "שלום عربي \u202E to left",
            "🎉 👩‍🚀 𠜎",
            "a\tb\nc",
            "checksum=abc&checksum",
            "https://h.example/é?a=%23+b&c=d;e,f&checksums=*~'",
            "",
            "true",
            "7",
            "1700000000123",
            "word",
            "a,b",
            "https://h.example/%%USERID%%/é?a=1&b=c%20d#e",
            "#00fFa9",
            "[{\"id\":\"1\",\"name\":\"é&+🎉\"}]",
            "{\"a\":[1,\"b c\"]}",
            "ü".repeat(250));
    private static final Map<String, String> REQUIRED = Map.of(
            "name", "A room",
            "fullName", "Ada",
            "recordID", "r-1",
            "publish", "true",
            "kind", "captions",
            "lang", "en",
            "message", "hello",
            "sessionToken", "t-1",
            "callbackURL", "https://h.example/hook",
            "hookID", "1");
    private static final Map<ChecksumAlgorithm, String> DIGESTS = Map.of(
            ChecksumAlgorithm.SHA1, "SHA-1",
            ChecksumAlgorithm.SHA256, "SHA-256",
            ChecksumAlgorithm.SHA384, "SHA-384",
            ChecksumAlgorithm.SHA512, "SHA-512");
    private static final Map<ApiCall, RequestBody> BODIES = Map.of(
            ApiCall.INSERT_DOCUMENT, RequestBody.of("application/xml", "<modules/>".getBytes(UTF_8)),
            ApiCall.PUT_RECORDING_TEXT_TRACK,
                    RequestBody.of("multipart/form-data; boundary=b", "--b--\r\n".getBytes(UTF_8)));

    private final BbbSimulator simulator = BbbSimulator.start(1);
    private final SimulatedServer server = simulator.server(0);
    private final Map<ChecksumAlgorithm, BbbClient> clients = new EnumMap<>(ChecksumAlgorithm.class);
    private int sent;

    ParametersOnTheWireIT() {
        for (ChecksumAlgorithm algorithm : ALGORITHMS) {
            clients.put(
                    algorithm,
                    BbbClient.builder(server.bbbServer().withAlgorithm(algorithm))
                            .maxConnections(1)
                            .urlBudget(BUDGET)
                            .build());
        }
    }

    @AfterAll
    void stop() {
        clients.values().forEach(client -> client.disposeLater().block());
        simulator.close();
        System.out.printf("parameters on the wire: %d requests%n", sent);
    }

    @TestFactory
    Stream<DynamicTest> everyParameterArrivesByteForByte() {
        return rows((call, row) -> {
            List<String> values = values(row);
            assertThat(values).isNotEmpty();
            int requests = Math.max(values.size(), ALGORITHMS.size());
            for (int i = 0; i < requests; i++) {
                ChecksumAlgorithm algorithm = ALGORITHMS.get(i % ALGORITHMS.size());
                Map<String, String> parameters = parameters(call, row, values.get(i % values.size()));
                RecordedRequest arrived = send(algorithm, call, parameters);
                assertThat(arrived.rawQuery()).isEqualTo(signed(algorithm, call, encoded(parameters)));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aLongValueFillsTheUrlAndThenAForm() {
        return rows((call, row) -> {
            if (row.rule().allows("x".repeat(BUDGET))) {
                fillsTheUrlAndThenAForm(call, row);
            }
        });
    }

    private void fillsTheUrlAndThenAForm(ApiCall call, Parameter row) {
        ChecksumAlgorithm algorithm = ChecksumAlgorithm.SHA256;
        Map<String, String> bare = parameters(call, row, "");
        String url = server.bbbServer().baseUrl() + "/api/" + call + "?" + signed(algorithm, call, encoded(bare));
        String value = "x".repeat(BUDGET - url.length());

        Map<String, String> fits = parameters(call, row, value);
        RecordedRequest arrived = send(algorithm, call, fits);
        assertThat(arrived.rawQuery()).isEqualTo(signed(algorithm, call, encoded(fits)));

        Map<String, String> passes = parameters(call, row, value + "é");
        if (call.allowsForm()) {
            RecordedRequest form = send(algorithm, call, passes);
            assertThat(form.method()).isEqualTo("POST");
            assertThat(form.rawQuery()).isEqualTo(signed(algorithm, call, ""));
            assertThat(form.bodyLength()).isEqualTo(encoded(passes).length());
            assertThat(form.parameters()).containsAllEntriesOf(passes).hasSize(passes.size() + 1);
        } else {
            assertThatThrownBy(() -> send(algorithm, call, passes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("urlBudget is " + BUDGET);
        }
    }

    /** A parameter of any text is not sent what would be easy to encode. */
    private static List<String> values(Parameter row) {
        return TEXTS.stream()
                .filter(row.rule()::allows)
                .filter(text -> row.rule() != ParameterRule.ANY || !text.matches("[a-z0-9,]+"))
                .toList();
    }

    private interface RowTest {
        void run(ApiCall call, Parameter row);
    }

    private static Stream<DynamicTest> rows(RowTest test) {
        return ApiCall.values().stream()
                .flatMap(call -> Stream.of(Parameter.values())
                        .filter(row -> row.calls().contains(call) && row != Parameter.CHECKSUM)
                        .map(row -> DynamicTest.dynamicTest(call + " " + row.wireName(), () -> test.run(call, row))));
    }

    /** Returns what the call cannot do without, and the parameter. */
    private static Map<String, String> parameters(ApiCall call, Parameter row, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter required : Parameter.values()) {
            if (required.requiredBy().contains(call)) {
                String name = required.wireName();
                parameters.put(name, REQUIRED.getOrDefault(name, "room of " + call));
            }
        }
        parameters.put(row.isFamily() ? row.wireName() + "aB1" : row.wireName(), value);
        return parameters;
    }

    private RecordedRequest send(ChecksumAlgorithm algorithm, ApiCall call, Map<String, String> parameters) {
        ApiRequest request = SimpleRequest.of(call, parameters, BODIES.get(call));
        server.forgetRequests();
        sent++;
        requireTaken(Objects.requireNonNull(clients.get(algorithm))
                .call(Endpoints.unknown(call), request)
                .then()
                .materialize()
                .blockOptional()
                .orElseThrow()
                .getThrowable());
        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0).call()).isEqualTo(call.wireName());
        return server.requests().get(0);
    }

    /** The server may find fault with what it is asked, but not with the checksum. */
    private static void requireTaken(@Nullable Throwable error) {
        assertThat(error instanceof TransportException || error instanceof CallTimeoutException)
                .isFalse();
        if (error instanceof ApiFailedException failed) {
            assertThat(failed.messageKey()).isNotEqualTo("checksumError");
        }
    }

    private String signed(ChecksumAlgorithm algorithm, ApiCall call, String query) {
        if (call.authentication() != ApiCall.Authentication.CHECKSUM) {
            return query;
        }
        try {
            byte[] hash = MessageDigest.getInstance(Objects.requireNonNull(DIGESTS.get(algorithm)))
                    .digest((call + query + server.secretText()).getBytes(UTF_8));
            return (query.isEmpty() ? "" : query + "&") + "checksum="
                    + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** The JDK writes forms: a space as a plus, a tilde encoded, an asterisk not. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
