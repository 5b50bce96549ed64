// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import io.blueflux.fleet.FleetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The servers that the configuration names, checked. An error names the property and the rule, and repeats no value. */
final class ConfiguredServers {
    /** Far more than any secret has. */
    private static final long MOST_BYTES = 4_096;

    private static final String URL_EXAMPLE = "https://bbb.example.org/bigbluebutton";

    private ConfiguredServers() {}

    /** Returns the servers, whose names differ. */
    static List<FleetServer> of(Map<String, BluefluxProperties.Server> entries) {
        Map<String, FleetServer> servers = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            FleetServer server = new Entry(key, entry).server();
            if (servers.putIfAbsent(server.name(), server) != null) {
                throw new InvalidPropertyException(
                        property(key, "name"),
                        "is the name of another server too",
                        "Give each server a name of its own; without one its key is its name.");
            }
        });
        return List.copyOf(servers.values());
    }

    /** Refuses keys of which nothing was bound, such as the first part of a name with dots. */
    static void requireNoOthers(Set<String> keys, Map<String, BluefluxProperties.Server> entries) {
        for (String key : keys) {
            if (!entries.containsKey(key)) {
                throw new InvalidPropertyException(
                        "blueflux.servers." + key,
                        "has none of the fields of a server",
                        "Write its url and its secret below its name. A name with dots stands in brackets:"
                                + " \"[bbb1.example.org]\".");
            }
        }
    }

    /** Returns the name of the server of an entry. */
    static String name(String key, BluefluxProperties.Server entry) {
        return entry.name() == null ? key : entry.name();
    }

    private static String property(String key, String field) {
        return "blueflux.servers." + key + "." + field;
    }

    private record Entry(String key, BluefluxProperties.Server fields) {

        FleetServer server() {
            FleetServer server = FleetServer.of(bbbServer());
            server = set("weight", server, fields.weight(), FleetServer::withWeight);
            server = set("max-meetings", server, fields.maxMeetings(), FleetServer::withMaxMeetings);
            server = set("max-participants", server, fields.maxParticipants(), FleetServer::withMaxParticipants);
            String[] tags = fields.tags().toArray(new String[0]);
            server = set("tags", server, tags, FleetServer::withTags);
            return server.withCordoned(fields.cordoned());
        }

        private BbbServer bbbServer() {
            String url = fields.url();
            if (url == null || url.isBlank()) {
                throw wrong("url", "is missing", "Write where the server is, for example " + URL_EXAMPLE + ".");
            }
            SharedSecret secret = secret();
            BbbServer server = checked(
                    "url",
                    "Write the URL before /api, for example " + URL_EXAMPLE + ".",
                    () -> BbbServer.of(url, "replaced").withSecret(secret));
            BbbServer named = checked(
                    "name", "Give the server a name that is not blank.", () -> server.withName(name(key, fields)));
            String algorithm = fields.algorithm();
            return algorithm == null
                    ? named
                    : checked(
                            "algorithm",
                            "Write sha256, sha1, sha384 or sha512.",
                            () -> named.withAlgorithm(ChecksumAlgorithm.of(algorithm)));
        }

        private SharedSecret secret() {
            String given = fields.secret();
            Path file = fields.secretFile();
            if ((given == null) == (file == null)) {
                throw wrong(
                        "secret",
                        given == null ? "is missing" : "and secret-file are both there",
                        "Give either secret, as \"bbb-conf --secret\" prints it, or secret-file, which names a file that"
                                + " holds it.");
            }
            if (given != null) {
                return checked(
                        "secret",
                        "Write the secret as \"bbb-conf --secret\" prints it; if it comes from a variable, set that.",
                        () -> SharedSecret.of(filledIn(given)));
            }
            return checked(
                    "secret-file",
                    "Name a file that this service may read and that holds the secret alone.",
                    () -> SharedSecret.of(text(file)));
        }

        /** A placeholder without a value is left as it is by Spring where that is allowed. */
        private static String filledIn(String secret) {
            if (secret.strip().startsWith("${")) {
                throw new IllegalArgumentException("is a placeholder that nothing filled in");
            }
            return secret;
        }

        private static String text(@Nullable Path file) {
            try {
                if (file == null || Files.size(file) > MOST_BYTES) {
                    throw new IllegalArgumentException("is larger than a secret can be");
                }
                return Files.readString(file);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "cannot be read: " + e.getClass().getSimpleName());
            }
        }

        private <V> FleetServer set(
                String field, FleetServer server, @Nullable V value, BiFunction<FleetServer, V, FleetServer> change) {
            return value == null
                    ? server
                    : checked(field, "Change it, or leave it out.", () -> change.apply(server, value));
        }

        private <T> T checked(String field, String action, Supplier<T> made) {
            return InvalidPropertyException.checked(property(key, field), action, made);
        }

        private InvalidPropertyException wrong(String field, String rule, String action) {
            return new InvalidPropertyException(property(key, field), rule, action);
        }
    }
}
