// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A fault and where it belongs.
 *
 * @param server the number of a server from 1 on, or 0 for all
 * @param call the call's name, or {@code *} for all
 * @param fault what goes wrong
 */
record FaultOption(int server, String call, Fault fault) {
    static final String ANY_CALL = "*";
    private static final Pattern FORM = Pattern.compile("(?:([1-9][0-9]{0,5}):)?([^:]+):(.+)", Pattern.DOTALL);

    boolean concerns(int number) {
        return server == 0 || server == number;
    }

    private static void requireCall(String name) {
        boolean known = name.equals(ANY_CALL) || BbbSimulator.calls().contains(name);
        if (!known) {
            throw new IllegalArgumentException("no such call: " + name);
        }
    }

    /** Reads {@code [SERVER:]CALL:KIND[=VALUE]}. */
    static final class Converter implements ITypeConverter<FaultOption> {
        @Override
        public FaultOption convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("a fault is written [SERVER:]CALL:KIND[=VALUE], not: " + text);
            }
            String number = form.group(1);
            try {
                Fault fault = Fault.parse(form.group(3));
                requireCall(form.group(2));
                return new FaultOption(number == null ? 0 : Integer.parseInt(number), form.group(2), fault);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
