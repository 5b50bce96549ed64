// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How rows are written. */
enum OutputFormat {
    /** For people: some of the columns, one below the other. */
    TABLE,
    /** One array. */
    JSON,
    /** An object a line. */
    JSONL,
    /** By RFC 4180. */
    CSV;

    static List<String> words() {
        return Arrays.stream(values()).map(Words::of).toList();
    }

    /** Reads the names of the formats. */
    static final class Converter implements ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String name) {
            return Arrays.stream(values())
                    .filter(format -> Words.of(format).equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("a format is table, json, jsonl or csv, not: " + name));
        }
    }
}
