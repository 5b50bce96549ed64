// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The scripts that tests run in pages. */
final class Scripts {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Scripts() {}

    /**
     * Returns a script.
     *
     * @param name of the resource
     */
    static String of(String name) {
        return READ.computeIfAbsent(name, Scripts::read);
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Scripts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
