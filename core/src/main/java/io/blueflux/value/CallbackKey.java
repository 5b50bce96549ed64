// SPDX-License-Identifier: Apache-2.0
package io.blueflux.value;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The metadata by which a creator gives BBB a callback: the only values of metadata that are secrets. */
public enum CallbackKey {
    /** Called when the meeting has ended. */
    END("endcallbackurl"),
    /** Told when a recording is ready. */
    RECORDING_READY("bbb-recording-ready-url"),
    /** Its twin under an older name. */
    BN_RECORDING_READY("bn-recording-ready-url"),
    /** Likewise. */
    CANVAS_RECORDING_READY("canvas-recording-ready-url"),
    /** Told what went on in a meeting. */
    ANALYTICS("analytics-callback-url");

    private static final String ENDING = "url";
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Map<String, CallbackKey> KEYS = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(key -> letters(key.wireName), Function.identity()));

    private final String wireName;

    CallbackKey(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns the name as servers store it.
     *
     * @return in lower case, without {@code meta_}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Finds the callback that a name stands for, in any spelling: recordings and webhooks have it in camel case, with hyphens or
     * with underscores.
     *
     * @param name a name among metadata
     * @return null if BBB gives it no callback
     */
    public static @Nullable CallbackKey of(String name) {
        int length = name.length();
        if (length == 0
                || (name.charAt(length - 1) | 0x20) != 'l'
                || !name.regionMatches(true, length - ENDING.length(), ENDING, 0, ENDING.length())) {
            return null; // most names, without a copy
        }
        String letters = letters(name);
        return KEYS.get(letters.startsWith("meta") ? letters.substring("meta".length()) : letters);
    }

    private static String letters(String name) {
        return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
