// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.FleetServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A list of servers in YAML. All its scalars are texts; no error repeats one, but for names. */
final class ServerFile {
    /** A list of mappings of texts needs two. The parser's own bounds do not count levels, and each takes of the stack. */
    private static final int MAX_DEPTH = 8;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setMaxAliasesForCollections(0) // a server that stands twice is a mistake
            .setAllowNonScalarKeys(false)
            .setCodePointLimit(Integer.MAX_VALUE) // the file's size is bounded
            .setTagConstructors(Map.of(Tag.NULL, node -> "")) // what an empty file holds
            .build();

    private ServerFile() {}

    /** Reads the servers, which have different names. */
    static List<FleetServer> read(Path file) {
        List<FleetServer> servers = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Object entry : entries(file)) {
            int number = servers.size() + 1;
            FleetServer server = ServerEntry.of(file, number, entry).member();
            Integer earlier = numbers.putIfAbsent(server.name(), number);
            if (earlier != null) {
                throw CommandException.usage(file + ": entry " + number + ": name: " + server.name()
                        + " is the name of entry " + earlier + " too");
            }
            servers.add(server);
        }
        return servers;
    }

    private static List<?> entries(Path file) {
        if (!(parsed(file) instanceof List<?> entries) || entries.isEmpty()) {
            throw CommandException.usage(file + ": must be a list of servers, and have one at least");
        }
        return entries;
    }

    /** The parser's own text would quote the file. */
    private static Object parsed(Path file) {
        String yaml = OptionFile.raw("servers", file);
        try {
            requireFlat(file, yaml);
            return new Load(SETTINGS).loadFromString(yaml);
        } catch (MarkedYamlEngineException e) {
            throw CommandException.usage(file + ": is no YAML"
                    + e.getProblemMark()
                            .map(mark -> " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                            .orElse("")
                    + ", or has a key twice");
        } catch (YamlEngineException e) {
            throw CommandException.usage(file + ": is no YAML, or has an alias for more than a text");
        }
    }

    /** Reads the events first, which takes no stack. */
    private static void requireFlat(Path file, String yaml) {
        int depth = 0;
        Parser events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, yaml));
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw CommandException.usage(file + ": is nested more than " + MAX_DEPTH + " deep");
            }
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
        }
    }
}
