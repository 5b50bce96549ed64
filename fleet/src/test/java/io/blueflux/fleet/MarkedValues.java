// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbVersion;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.Confidential;
import io.blueflux.error.Failure;
import io.blueflux.model.Callbacks;
import io.blueflux.model.Element;
import io.blueflux.model.JsonValue;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.Finding;
import io.blueflux.profile.ServerProfile;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills any record of an answer: what must not leave with {@value #SECRET}, what must not get lost with {@value #OPEN}. A text whose
 * name is that of a password, a token or an address counts as secret, be it of the confidential type or not.
 */
final class MarkedValues {
    static final String SECRET = "s3cr3t";
    static final String OPEN = "0pen";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(pw|pass|passwd|password|token|secret|cookies?|checksum|url|uri|href|link|referer|credentials?|session)");

    /** Where else a server is reached: what everybody may know. */
    private static final Set<String> PUBLIC_ADDRESSES = Set.of("graphqlWebsocketUrl", "graphqlApiUrl", "apiUrl");

    private static final String ADDRESS = "https://h.example/x?token=" + SECRET;
    private static final List<String> CALLBACKS = List.of(
            "endcallbackurl",
            "endCallbackUrl",
            "end_callback_url",
            "bbb-recording-ready-url",
            "bbb_recording_ready_url",
            "bn-recording-ready-url",
            "canvas-recording-ready-url",
            "analytics-callback-url",
            "meta_analytics_callback_url");

    private MarkedValues() {}

    /** Returns a filled value. */
    static Object of(Type type) {
        return needed(type, "value");
    }

    private static @Nullable Object value(Type type, String name, @Nullable Class<?> owner) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, name, owner);
        }
        if (type instanceof TypeVariable<?>) {
            return text(name); // stands for whatever has a test of its own
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(name);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        Object known = known().get(plain);
        if (known != null) {
            return known;
        }
        if (plain.isSealed()) {
            return Stream.of(plain.getPermittedSubclasses())
                    .map(MarkedValues::of)
                    .findFirst()
                    .orElse(null);
        }
        return plain.isRecord() ? filled(plain) : null;
    }

    private static String text(String name) {
        if (PUBLIC_ADDRESSES.contains(name)) {
            return "https://h.example/" + OPEN;
        }
        return SECRET_NAME.matcher(name).matches() ? ADDRESS : OPEN + " " + name;
    }

    private static Object collection(ParameterizedType type, String name, @Nullable Class<?> owner) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Set.class) {
            return Set.of(needed(of[0], name));
        }
        if (type.getRawType() == List.class) {
            return of[0] == Element.class ? elements() : List.of(needed(of[0], name));
        }
        if (of[0] == String.class && of[1] == String.class) {
            return texts(owner != null && has(owner, Callbacks.class));
        }
        return Map.of(needed(of[0], name), needed(of[1], name));
    }

    /** Only metadata have callbacks: what a user joined with, or voted for, has none. */
    private static Map<String, String> texts(boolean areMetadata) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("topic", OPEN + " topic");
        texts.put("bbb-origin", "https://h.example/?course=" + OPEN);
        if (areMetadata) {
            CALLBACKS.forEach(name -> texts.put(name, ADDRESS));
        }
        return texts;
    }

    private static boolean has(Class<?> owner, Class<?> type) {
        return Stream.of(owner.getRecordComponents()).anyMatch(component -> component.getType() == type);
    }

    private static Object filled(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> value(component.getGenericType(), component.getName(), type))
                .toArray();
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot fill " + type, e);
        }
    }

    private static Object needed(Type type, String name) {
        Object value = value(type, name, null);
        if (value == null) {
            throw new AssertionError("say how a " + type + " is filled");
        }
        return value;
    }

    private static List<Element> elements() {
        return List.of(
                new Element("mood", Map.of("colour", OPEN + " attribute"), OPEN + " text", List.of()),
                new Element("guestPassword", Map.of("accessToken", SECRET), SECRET, List.of()),
                new Element("page", Map.of("target", ADDRESS), ADDRESS, List.of()),
                new Element("session_token", Map.of(), SECRET, List.of()),
                new Element("callbackURL", Map.of(), "https://h.example/" + SECRET, List.of()));
    }

    private static JsonValue json() {
        return JsonValue.of(Map.of(
                "name", OPEN + " member",
                "moderator-pass", SECRET,
                "tokens", List.of(SECRET, Map.of("value", SECRET)),
                "pages", List.of(ADDRESS, 7, true),
                "metadata", Map.of("endcallbackurl", SECRET, "topic", OPEN + " inner")));
    }

    private static Map<Class<?>, Object> known() {
        Map<Class<?>, Object> known = new LinkedHashMap<>();
        known.put(boolean.class, true);
        known.put(Boolean.class, true);
        known.put(int.class, 7);
        known.put(Integer.class, 7);
        known.put(long.class, 7L);
        known.put(Long.class, 7L);
        known.put(Instant.class, Instant.ofEpochMilli(1767254400000L));
        known.put(Duration.class, Duration.ofMinutes(7));
        known.put(Confidential.class, Confidential.of(SECRET));
        known.put(Element.class, elements().get(1));
        known.put(JsonValue.class, json());
        known.put(BbbVersion.class, BbbVersion.of("2.7.3"));
        known.put(Failure.class, Failure.of(new IllegalStateException(OPEN + " message", new Exception(SECRET))));
        known.put(ServerProfile.class, profile());
        known.put(Balancer.class, Balancer.SCALELITE);
        return known;
    }

    private static ServerProfile profile() {
        return ServerProfile.builder()
                .version(BbbVersion.of("2.7.3"))
                .accepts(ChecksumAlgorithm.SHA256, true)
                .finding(Finding.Kind.SEEN, OPEN + " finding")
                .build();
    }
}
