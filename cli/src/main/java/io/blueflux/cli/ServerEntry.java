// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import io.blueflux.fleet.FleetServer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One server of a {@link ServerFile}. What is wrong is said with the file, the entry and the field. */
final class ServerEntry {
    private static final String NAME = "name";
    private static final String URL = "url";
    private static final String SECRET = "secret";
    private static final String SECRET_FILE = "secret-file";
    private static final String ALGORITHM = "algorithm";
    private static final String WEIGHT = "weight";
    private static final String TAGS = "tags";
    private static final String MAX_MEETINGS = "max-meetings";
    private static final String MAX_PARTICIPANTS = "max-participants";
    private static final String CORDONED = "cordoned";
    private static final List<String> KEYS =
            List.of(NAME, URL, SECRET, SECRET_FILE, ALGORITHM, WEIGHT, TAGS, MAX_MEETINGS, MAX_PARTICIPANTS, CORDONED);
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    /** What is surely a word and no secret. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_-]{1,20}");

    /** What a tool should have replaced. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*\\$\\{[^{}]*}\\s*");

    private final Path file;
    private final String site;
    private final Map<?, ?> fields;

    private ServerEntry(Path file, int number, Map<?, ?> fields) {
        this.file = file;
        this.fields = fields;
        this.site = file + ": entry " + number
                + (fields.get(NAME) instanceof String name && !name.isBlank() ? " (" + name + ")" : "");
    }

    static ServerEntry of(Path file, int number, @Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> fields)) {
            throw CommandException.usage(file + ": entry " + number + ": must be keys with values: name, url, …");
        }
        return new ServerEntry(file, number, fields);
    }

    FleetServer member() {
        fields.keySet().forEach(this::requireKnown);
        BbbServer server = server();
        return new FleetServer(
                server, null, weight(), tags(), bound(MAX_MEETINGS), bound(MAX_PARTICIPANTS), cordoned());
    }

    private BbbServer server() {
        SharedSecret secret = secret();
        String url = required(URL);
        BbbServer server = checked(URL, () -> BbbServer.of(UrlText.checked(url), "replaced"))
                .withSecret(secret);
        String name = visibleName();
        String algorithm = text(ALGORITHM);
        BbbServer named = name == null ? server : checked(NAME, () -> server.withName(name));
        return algorithm == null
                ? named
                : checked(ALGORITHM, () -> named.withAlgorithm(ChecksumAlgorithm.of(algorithm)));
    }

    /** Names that differ in what cannot be seen would look alike in a table. */
    private @Nullable String visibleName() {
        String name = text(NAME);
        if (name != null && !TerminalText.blanked(name).equals(name)) {
            throw wrong(NAME, "has a character that cannot be seen");
        }
        return name;
    }

    private double weight() {
        String given = text(WEIGHT);
        if (given == null) {
            return 1;
        }
        double weight = DECIMAL.matcher(given).matches() ? Double.parseDouble(given) : 0;
        if (weight <= 0) {
            throw wrong(WEIGHT, "must be a number above 0, for example 2 or 0.5");
        }
        return weight;
    }

    private Set<String> tags() {
        Object given = fields.get(TAGS);
        Set<String> tags = new LinkedHashSet<>();
        for (Object tag : given == null ? List.of() : given instanceof List<?> list ? list : List.of(given)) {
            if (!(tag instanceof String text) || text.isBlank() || text.contains(",")) {
                throw wrong(TAGS, "must be a list of words, without commas");
            }
            tags.add(text);
        }
        return tags;
    }

    private int bound(String key) {
        String given = text(key);
        if (given == null) {
            return FleetServer.UNBOUNDED;
        }
        int bound = WHOLE.matcher(given).matches() ? Integer.parseInt(given) : 0;
        if (bound < 1) {
            throw wrong(key, "must be a whole number from 1 on");
        }
        return bound;
    }

    private boolean cordoned() {
        String given = text(CORDONED);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw wrong(CORDONED, "must be true or false");
        }
        return "true".equals(given);
    }

    private SharedSecret secret() {
        String given = text(SECRET);
        String secretFile = text(SECRET_FILE);
        if ((given == null) == (secretFile == null)) {
            throw wrong(SECRET, "give either " + SECRET + " or " + SECRET_FILE);
        }
        return given == null
                ? checked(SECRET_FILE, () -> SharedSecret.of(OptionFile.text(SECRET, beside(secretFile))))
                : checked(SECRET, () -> SharedSecret.of(filledIn(given)));
    }

    private static String filledIn(String secret) {
        if (PLACEHOLDER.matcher(secret).matches()) {
            throw CommandException.usage(
                    "a ${variable} is not replaced here; write the secret, or give " + SECRET_FILE);
        }
        return secret;
    }

    /** A path that is not absolute begins where the file of the servers is. */
    private Path beside(@Nullable String path) {
        return file.toAbsolutePath().resolveSibling(String.valueOf(path));
    }

    private void requireKnown(@Nullable Object key) {
        if (!KEYS.contains(key)) {
            String shown = key instanceof String text && WORD.matcher(text).matches() ? " " + text : "";
            throw CommandException.usage(site + ": unknown key" + shown + "; there are " + String.join(", ", KEYS));
        }
    }

    private String required(String key) {
        String text = text(key);
        if (text == null) {
            throw wrong(key, "is missing");
        }
        return text;
    }

    private @Nullable String text(String key) {
        Object value = fields.get(key);
        if (value != null && !(value instanceof String)) {
            throw wrong(key, "must be a text");
        }
        return (String) value;
    }

    private <T> T checked(String key, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | CommandException e) {
            throw wrong(key, String.valueOf(e.getMessage()));
        }
    }

    private CommandException wrong(String key, String why) {
        return CommandException.usage(site + ": " + key + ": " + why);
    }
}
