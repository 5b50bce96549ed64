// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.value.Blot;
import io.blueflux.value.WireText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a text printable: replaces by {@value #BLOT} the server's shared secret, the secret values of one request, and
 * whatever stands behind the name of a secret. Takes linear time on any text, cut ones too, and never throws. Immutable.
 */
public final class Blotter {
    /** What stands where a secret was. */
    public static final String BLOT = Blot.MARK;

    private static final int SHORT = 4;
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** What BBB's own base URL holds, and no tenant's. */
    private static final String OWN_PATH = "bigbluebutton";

    private final SharedSecret secret;
    private final @Nullable URI url; // the server's
    private final RequestParameters parameters;

    private Blotter(SharedSecret secret, @Nullable URI url, RequestParameters parameters) {
        this.secret = secret;
        this.url = url;
        this.parameters = parameters;
    }

    /**
     * Makes a blotter for all that has to do with one request.
     *
     * @param secret the secret of the server that the request goes to
     * @param parameters what is sent
     * @return the blotter
     */
    public static Blotter of(SharedSecret secret, RequestParameters parameters) {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(parameters, "parameters");
        return new Blotter(secret, null, parameters);
    }

    /**
     * Makes a blotter for all that has to do with one request, which hides the server's tenant key too.
     *
     * @param server where the request goes
     * @param parameters what is sent
     * @return the blotter
     */
    public static Blotter of(BbbServer server, RequestParameters parameters) {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(parameters, "parameters");
        return new Blotter(server.secret(), server.baseUrl(), parameters);
    }

    /**
     * Blots a text.
     *
     * @param text any text, for example the first bytes of an answer
     * @return the text without secrets
     */
    public String blot(String text) {
        Objects.requireNonNull(text, "text");
        BitSet hidden = new BitSet();
        NamedSecrets.mark(text, hidden);
        secretValues().forEach(value -> mark(value, text, hidden));
        return secret.blot(without(hidden, text), BLOT);
    }

    /** Blots only what stands behind the name of a secret. */
    static String blotNamed(String text) {
        BitSet hidden = new BitSet();
        NamedSecrets.mark(text, hidden);
        return without(hidden, text);
    }

    /**
     * Returns how long a secret may be where it stands in a text: one at the end of a text that was cut may be a part only,
     * which is not blotted.
     *
     * @return the length of the longest form of a secret, in characters
     */
    public int longest() {
        int ofRequest = Stream.concat(passwords(), tenantKeys())
                .flatMap(value -> forms(value).stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(secret.length(), ofRequest);
    }

    /** Made when a text is blotted, since most requests end without one. */
    private Stream<Pattern> secretValues() {
        return Stream.concat(
                passwords().flatMap(value -> forms(value).stream()).map(Blotter::pattern),
                tenantKeys().flatMap(key -> forms(key).stream()).map(Blotter::inPath));
    }

    private Stream<String> passwords() {
        return parameters.asMap().entrySet().stream()
                .filter(parameter -> SecretNames.contains(parameter.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank());
    }

    /** The segments of the server's path, plain and as they are written. */
    private Stream<String> tenantKeys() {
        return url == null
                ? Stream.empty()
                : Stream.of(url.getPath(), url.getRawPath())
                        .flatMap(path -> Stream.of(path.split("/")))
                        .distinct()
                        .filter(segment -> !segment.isEmpty() && !segment.equals(OWN_PATH));
    }

    private static void mark(Pattern value, String text, BitSet hidden) {
        Matcher matcher = value.matcher(text);
        while (matcher.find()) {
            hidden.set(matcher.start(), matcher.end());
        }
    }

    private static String without(BitSet hidden, String text) {
        StringBuilder out = new StringBuilder(text.length());
        int shown = 0;
        for (int blot = hidden.nextSetBit(0); blot >= 0; blot = hidden.nextSetBit(shown)) {
            out.append(text, shown, blot).append(BLOT);
            shown = hidden.nextClearBit(blot);
        }
        return out.append(text, shown, text.length()).toString();
    }

    // the value as typed, in a form, in a URL, in XML
    private static Set<String> forms(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        Set<String> forms = new LinkedHashSet<>(List.of(value, value.strip()));
        forms.add(encoded);
        forms.add(encoded.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
        forms.add(WireText.escaped(value));
        return forms;
    }

    /** Only as part of a path: a tenant's key may be a word that our own messages use. */
    private static Pattern inPath(String form) {
        return Pattern.compile("(?<=/|%2F)" + Pattern.quote(form) + "(?![\\p{L}\\p{N}])", ANY_CASE);
    }

    private static Pattern pattern(String form) {
        String literal = Pattern.quote(form);
        boolean wholeWord = form.length() < SHORT;
        return Pattern.compile(wholeWord ? "(?<![\\p{L}\\p{N}])" + literal + "(?![\\p{L}\\p{N}])" : literal, ANY_CASE);
    }
}
