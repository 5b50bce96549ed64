// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.body.BodySource;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.request.SimpleRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallSignerTest {
    private static final String SECRET = "secret-é!";
    private static final String ASCII =
            "\t\n\r" + IntStream.range(0x20, 0x7F).mapToObj(Character::toString).collect(Collectors.joining());
    private static final BbbServer SERVER = BbbServer.of("https://h/bigbluebutton/", SECRET);

    /** The checksums were computed with sha1sum, sha256sum, sha384sum and sha512sum. */
    @ParameterizedTest
    @CsvSource({
        "SHA1, 3957517e0e0b181301632ed456f17670667c6cd0",
        "SHA256, dd1272ab90d68f2288327c29f42a3a1d0be53c78d4dc5bb74d977d66e79048d7",
        "SHA384, 13e1f28d06e785bad8a73b729ebbb3765ae49f0f5e89ed0cad979e60ca12cae396cc12279650c8b65783b9a376cffd98",
        "SHA512, 20f21411d3b0c16de088c7d2b7ce6ac8c4d397d6fdc63755c7eeee3c28194ef3"
                + "13926a44c21a829ffcf7fab312994629d6edbee6ba8a89658db6d29b9a011aac"
    })
    void callWithoutParameters(ChecksumAlgorithm algorithm, String checksum) {
        assertThat(sign(algorithm, "getMeetings", Map.of()))
                .isEqualTo("https://h/bigbluebutton/api/getMeetings?checksum=" + checksum);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 5953165df7f2b1f8701466052bf9b1c3def8ef32",
        "SHA256, 6d61d80eac007c6a0b53ee35bc6b29a5a4633dcad10c697bba735c83d042dabf",
        "SHA384, aedb437fc70256b97500030b710e3387d4590253e53cfc5557b8d75bff1216df357c08e60d3d79487e0e9b55646b5d88",
        "SHA512, 32596fe467598eefd667631ef09e0f8ae30411a08edf2a63c5eaef5d71a46106"
                + "f8da65033b59d4a4abae6fe026accebd4bc5bcec673ed82f0f96557d59e8e6c3"
    })
    void callWithASlashInItsName(ChecksumAlgorithm algorithm, String checksum) {
        assertThat(sign(algorithm, "hooks/create", Map.of("callbackURL", "https://app.example.org/cb?a=1&b=2")))
                .isEqualTo("https://h/bigbluebutton/api/hooks/create"
                        + "?callbackURL=https%3A%2F%2Fapp.example.org%2Fcb%3Fa%3D1%26b%3D2&checksum=" + checksum);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 2129ec1198580e8bedc3c96265a895c1cbea8cdb",
        "SHA256, dcd6bf03ff645b0dd79eaf7913a1c57894bc256c0dbc9e98ce84009fe3d33412",
        "SHA384, 707a4a9658e812488248ad2020adb0f1ef3a620cfe703a6f2433cc9546849dd0bb76efc31219a231ef2536218f98bb44",
        "SHA512, 2face1cc022a2b63333e82a17460af093d5978ec4fe40f73681580ff70cc163c"
                + "c53cb3f1fef422ec824f9bb7082ccf5e36ab18c4540b33f0a86b830b96d02bb9"
    })
    void valuesWithReservedCharacters(ChecksumAlgorithm algorithm, String checksum) {
        assertThat(sign(algorithm, "create", ordered("name", "A + B & 100% \"<'>\"", "meetingID", "room/1")))
                .isEqualTo("https://h/bigbluebutton/api/create"
                        + "?name=A%20%2B%20B%20%26%20100%25%20%22%3C%27%3E%22&meetingID=room%2F1&checksum=" + checksum);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 42c73f8e7ab76c1143f1beb32273c5755d2074e1",
        "SHA256, e79c658b56bfad450b7fd83b0b121989af544d8bbc299246a9ed353f3cc9cf52",
        "SHA384, 088500ad6563e9b9687ebb8114e36d7032e589a2e3f087a190d0b2d4caa1a7b5499878247b19a933f85bc977153dfde9",
        "SHA512, fb39feff45064344987e5753bb97ec4d54ecb75c177d07fdcb537457881c79e2"
                + "8ffe6796315c5d1cdd5676c605554284af8b89af0076237a5d6654e1b9d4a151"
    })
    void valuesInEveryScript(ChecksumAlgorithm algorithm, String checksum) {
        assertThat(sign(algorithm, "create", ordered("name", "🎉 שיעור 授 𠜎 é", "meetingID", "-._~*!()")))
                .isEqualTo("https://h/bigbluebutton/api/create?name="
                        + "%F0%9F%8E%89%20%D7%A9%D7%99%D7%A2%D7%95%D7%A8%20%E6%8E%88%20%F0%A0%9C%8E%20%C3%A9"
                        + "&meetingID=-._~%2A%21%28%29&checksum=" + checksum);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 8d4d7fa235427de77818494466daefa5cf96f2fb",
        "SHA256, 65ad150a6b79962bdd81e0c40650cb047f0b367f58e0f6814b0055a3167f1b81"
    })
    void longValues(ChecksumAlgorithm algorithm, String checksum) {
        String value = "x".repeat(6000);

        assertThat(sign(algorithm, "create", Map.of("meta_x", value)))
                .isEqualTo("https://h/bigbluebutton/api/create?meta_x=" + value + "&checksum=" + checksum);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void urlHoldsTheParametersAndTheChecksumOfItsOwnBytes(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                parameters.put("k" + text(random), text(random));
            }
            ChecksumAlgorithm algorithm = List.of(ChecksumAlgorithm.values()).get(random.nextInt(4));
            String url = sign(algorithm, "create", parameters);

            String raw = URI.create(url).getRawQuery();
            int last = raw.lastIndexOf("checksum=");
            String query = raw.substring(0, Math.max(0, last - 1));
            assertThat(url).matches("[\\x21-\\x7E]+");
            assertThat(raw.substring(last)).isEqualTo("checksum=" + hash(algorithm, "create" + query + SECRET));
            assertThat(decoded(query)).isEqualTo(parameters);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void formHoldsTheParametersAndTheUrlTheChecksumOfTheBareCall(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Map<String, String> parameters = new LinkedHashMap<>(Map.of("meetingID", "room", "name", "Room"));
            for (int n = random.nextInt(6); n > 0; n--) {
                parameters.put("k" + text(random), text(random));
            }
            ChecksumAlgorithm algorithm = List.of(ChecksumAlgorithm.values()).get(random.nextInt(4));
            SignedRequest form = SignedRequest.of(
                    CallSigner.of(SERVER.withAlgorithm(algorithm)),
                    SimpleRequest.of(ApiCall.CREATE, parameters, null),
                    7_000,
                    FormPost.ALWAYS);

            BodySource.Memory body = (BodySource.Memory)
                    Objects.requireNonNull(form.body()).segments().get(0).source();
            String text = UTF_8.decode(body.bytes()).toString();
            assertThat(form.call().url().reveal())
                    .isEqualTo("https://h/bigbluebutton/api/create?checksum=" + hash(algorithm, "create" + SECRET));
            assertThat(text).matches("[\\x21-\\x7E]+").doesNotContain("checksum=");
            assertThat(decoded(text)).containsExactlyEntriesOf(parameters);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83C", "a\uDF89", "\uDF89\uD83C", "\uD83Cx", "\uD83C\uD83C\uDF89"})
    void halfASurrogatePairIsRefusedWithoutBeingPrinted(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sign(ChecksumAlgorithm.SHA256, "create", Map.of("meta_x", value)))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(value));
    }

    @ParameterizedTest
    @EnumSource(ChecksumAlgorithm.class)
    void printsNoCredential(ChecksumAlgorithm algorithm) {
        SignedCall signed =
                CallSigner.sign(SERVER.withAlgorithm(algorithm), ApiCall.GET_MEETINGS, RequestParameters.NONE);

        assertThat(signed).hasToString("getMeetings (signed)");
        assertThat(signed.call()).isEqualTo("getMeetings");
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11})
    void encodesAsTheJdkDoesButBlankStarAndTilde(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            Map<String, String> parameters = new LinkedHashMap<>();
            StringJoiner expected = new StringJoiner("&", "https://h/bigbluebutton/api/create?", "&checksum=");
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                String name = "k" + n + text(random);
                String value = (ASCII + text(random)).repeat(random.nextInt(3))
                        + text(random).repeat(random.nextInt(300));
                parameters.put(name, value);
                expected.add(encodedByTheJdk(name) + "=" + encodedByTheJdk(value));
            }

            assertThat(sign(ChecksumAlgorithm.SHA1, "create", parameters)).startsWith(expected.toString());
        }
    }

    @Test
    void everyCharacterIsEncoded() {
        int[] all = IntStream.range(0x20, 0x11_0000)
                .filter(c -> Character.getType(c) != Character.SURROGATE
                        && !Character.isISOControl(c)
                        && c != 0xFFFE
                        && c != 0xFFFF)
                .toArray();
        String value = new String(all, 0, all.length);

        assertThat(sign(ChecksumAlgorithm.SHA256, "create", Map.of("meta_x", value)))
                .startsWith("https://h/bigbluebutton/api/create?meta_x=" + encodedByTheJdk(value) + "&checksum=");
    }

    @ParameterizedTest
    @MethodSource("io.blueflux.ApiCall#values")
    void knownCallWithoutParametersIsSignedOnce(ApiCall call) {
        CallSigner signer = CallSigner.of(SERVER);

        SignedCall first = signer.sign(call, RequestParameters.NONE);

        assertThat(signer.sign(ApiCall.of(call.wireName()), RequestParameters.NONE))
                .isSameAs(first);
        assertThat(first).isEqualTo(CallSigner.sign(SERVER, call, RequestParameters.NONE));
    }

    @Test
    void callsWithParametersAndUnknownOnesAreNotKept() {
        CallSigner signer = CallSigner.of(SERVER);
        ApiCall unknown = ApiCall.of("tomorrow");
        RequestParameters room = RequestParameters.of(ApiCall.END, Map.of("meetingID", "room"));

        assertThat(signer.sign(unknown, RequestParameters.NONE))
                .isEqualTo(CallSigner.sign(SERVER, unknown, RequestParameters.NONE))
                .isNotSameAs(signer.sign(unknown, RequestParameters.NONE));
        assertThat(signer.sign(ApiCall.END, room))
                .isEqualTo(CallSigner.sign(SERVER, ApiCall.END, room))
                .isNotSameAs(signer.sign(ApiCall.END, room))
                .isNotEqualTo(signer.sign(ApiCall.END, RequestParameters.NONE));
    }

    @Test
    void signerPrintsNoSecret() {
        CallSigner signer = CallSigner.of(SERVER);
        signer.sign(ApiCall.GET_MEETINGS, RequestParameters.NONE);

        assertThat(signer.toString()).isEqualTo("signer of h");
    }

    @Test
    void callsSignedAtTheSameTimeDoNotMix() {
        List<String> alone =
                IntStream.range(0, 1_000).mapToObj(CallSignerTest::numbered).toList();

        int[] mixed = IntStream.range(0, 20_000)
                .parallel()
                .map(i -> i % 1_000)
                .filter(i -> !numbered(i).equals(alone.get(i)))
                .toArray();

        assertThat(mixed).isEmpty();
    }

    @Test
    void versionIsNotSigned() {
        assertThat(CallSigner.sign(SERVER, ApiCall.VERSION, RequestParameters.NONE)
                        .url()
                        .reveal())
                .isEqualTo("https://h/bigbluebutton/api/");
    }

    @Test
    void queriesOfRecordedVectorsHaveTheirChecksums() throws IOException {
        String recordings = System.getenv("BLUEFLUX_RECORDINGS");
        assumeThat(recordings).as("BLUEFLUX_RECORDINGS").isNotBlank();
        Map<String, String> members = new LinkedHashMap<>();
        String secret = "";
        int checked = 0;
        try (JsonParser json = new JsonFactory()
                .createParser(Path.of(String.valueOf(recordings), "bbb-3.0", "checksum-vectors.json")
                        .toFile())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    members.put(json.currentName(), json.getText());
                    secret = members.getOrDefault("secret", "");
                } else if (token == JsonToken.END_OBJECT && members.containsKey("query")) {
                    checked += check(secret, members);
                    members.clear();
                    members.put("secret", secret);
                }
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(6 * 4);
    }

    /** Returns how many checksums were compared; a query that we encode in another way has none. */
    private static int check(String secret, Map<String, String> vector) {
        String query = vector.getOrDefault("query", "");
        BbbServer server = BbbServer.of("https://h", secret);
        RequestParameters parameters = RequestParameters.of(ApiCall.CREATE, decoded(query));
        int compared = 0;
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            String call = vector.getOrDefault("call", "");
            String url = CallSigner.sign(server.withAlgorithm(algorithm), ApiCall.of(call), parameters)
                    .url()
                    .reveal();
            String prefix = "https://h/api/" + call + "?" + (query.isEmpty() ? "" : query + "&") + "checksum=";
            if (url.startsWith(prefix)) {
                assertThat(url).isEqualTo(prefix + vector.get(algorithm.name().toLowerCase(java.util.Locale.ROOT)));
                compared++;
            }
        }
        return compared;
    }

    private static String sign(ChecksumAlgorithm algorithm, String call, Map<String, String> parameters) {
        RequestParameters checked = RequestParameters.of(ApiCall.CREATE, parameters);
        return CallSigner.sign(SERVER.withAlgorithm(algorithm), ApiCall.of(call), checked)
                .url()
                .reveal();
    }

    private static String numbered(int number) {
        String value = String.valueOf(number).repeat(1 + number % 7);
        ChecksumAlgorithm algorithm = List.of(ChecksumAlgorithm.values()).get(number % 4);
        return sign(algorithm, "create", Map.of("meta_n", value));
    }

    private static String encodedByTheJdk(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, String> decoded(String query) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = part.indexOf('=');
            map.put(
                    URLDecoder.decode(part.substring(0, equals), UTF_8),
                    URLDecoder.decode(part.substring(equals + 1), UTF_8));
        }
        return map;
    }

    private static String hash(ChecksumAlgorithm algorithm, String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance(algorithm.jcaName()).digest(text.getBytes(UTF_8));
        return ("%0" + hash.length * 2 + "x").formatted(new BigInteger(1, hash));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("v");
        for (int i = random.nextInt(20); i > 0; i--) {
            int codePoint = random.nextInt(4) == 0 ? 0x20 + random.nextInt(0x1_0000) : 0x20 + random.nextInt(0x60);
            codePoint = random.nextInt(10) == 0 ? 0x1_F300 + random.nextInt(0x200) : codePoint;
            boolean plain = Character.isDefined(codePoint)
                    && !Character.isISOControl(codePoint)
                    && Character.getType(codePoint) != Character.SURROGATE;
            text.appendCodePoint(plain ? codePoint : 'x');
        }
        return text.toString();
    }
}
