// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.cli.Blueflux;
import java.util.Arrays;
import java.util.stream.Stream;

/** The jar's entry: the command {@code console} of the command line, whose options these are. */
public final class ConsoleApplication {
    private ConsoleApplication() {}

    /**
     * Serves the console.
     *
     * @param args the options, see {@code --help}
     */
    public static void main(String[] args) {
        Blueflux.main(Stream.concat(Stream.of("console"), Arrays.stream(args)).toArray(String[]::new));
    }
}
