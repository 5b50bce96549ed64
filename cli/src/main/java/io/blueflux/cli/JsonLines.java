// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes objects as JSON, one a line, each line at once. */
final class JsonLines implements RowOutput {
    private static final JsonFactory JSON = new JsonFactory();

    private final Terminal terminal;

    JsonLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void write(JsonObject object) {
        write(object.members());
    }

    /** Writes the object as one of an array, behind what opens or continues that. */
    void writeAfter(String start, JsonObject object) {
        write(start, object.members());
    }

    void write(Map<String, ?> members) {
        write("", members);
    }

    /** Writes the object as an item of a list in YAML. */
    void writeItem(Map<String, ?> members) {
        write("- ", members);
    }

    private void write(String start, Map<String, ?> members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            value(json, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.lines(start + TerminalText.escaped(line.toString()) + "\n");
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                json.writeFieldName(String.valueOf(member.getKey()));
                value(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                value(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
