// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of the servers, told by what it touches. */
@FunctionalInterface
interface RosterEdit {

    /** A server as it is to be; without one it is to go. */
    record Wish(String name, @Nullable FleetServer server) {}

    /** Returns what is to change of the servers that there are; may be asked again if others changed them meanwhile. */
    List<Wish> wishes(Map<String, FleetServer> servers);

    static RosterEdit none() {
        return known -> List.of();
    }

    /** Looks at every server anew. */
    static RosterEdit all() {
        return known -> known.values().stream()
                .map(server -> new Wish(server.name(), server))
                .toList();
    }

    /** Looks at some servers anew. */
    static RosterEdit again(Collection<String> names) {
        return known -> names.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(server -> new Wish(server.name(), server))
                .toList();
    }

    static RosterEdit add(FleetServer server) {
        return known -> {
            if (known.containsKey(server.name())) {
                throw new IllegalArgumentException("there is a server named " + server.name());
            }
            return List.of(new Wish(server.name(), server));
        };
    }

    static RosterEdit replace(FleetServer server) {
        return known -> {
            if (!known.containsKey(server.name())) {
                throw new IllegalArgumentException("there is no server named " + server.name());
            }
            return List.of(new Wish(server.name(), server));
        };
    }

    static RosterEdit remove(String name) {
        return known -> known.containsKey(name) ? List.of(new Wish(name, null)) : List.of();
    }

    static RosterEdit replaceAll(Collection<FleetServer> servers) {
        Map<String, FleetServer> next = new LinkedHashMap<>();
        servers.forEach(server -> {
            if (next.put(server.name(), server) != null) {
                throw new IllegalArgumentException("there is a server named " + server.name());
            }
        });
        return known -> {
            List<Wish> wishes = new ArrayList<>();
            known.keySet().stream()
                    .filter(name -> !next.containsKey(name))
                    .forEach(name -> wishes.add(new Wish(name, null)));
            next.forEach((name, server) -> {
                if (!server.equals(known.get(name))) {
                    wishes.add(new Wish(name, server));
                }
            });
            return wishes;
        };
    }
}
