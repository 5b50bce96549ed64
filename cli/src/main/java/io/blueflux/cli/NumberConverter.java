// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers, each option's within its bounds. What is beyond them would exhaust memory, ports or files later. */
abstract class NumberConverter implements ITypeConverter<Integer> {
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}");

    private final int least;
    private final int most;

    private NumberConverter(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public Integer convert(String text) {
        if (FORM.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new TypeConversionException("must be a whole number from " + least + " to " + most + ", not: " + text);
    }

    /** How many calls may be under way at once. */
    static final class Concurrency extends NumberConverter {
        Concurrency() {
            super(1, 1_000);
        }
    }

    /** How many recordings a page has. */
    static final class PageSize extends NumberConverter {
        PageSize() {
            super(1, 100);
        }
    }

    /** A port, or 0 for a free one. */
    static final class Port extends NumberConverter {
        Port() {
            super(0, 65_535);
        }
    }

    /** How many servers share a port. */
    static final class Servers extends NumberConverter {
        Servers() {
            super(1, 1_000);
        }
    }

    /** How many servers there are, each with a port and clients of its own. */
    static final class BusyServers extends NumberConverter {
        BusyServers() {
            super(1, 100);
        }
    }

    /** How many meetings or recordings a server has. */
    static final class Items extends NumberConverter {
        Items() {
            super(0, 10_000);
        }
    }

    /** How many participants are expected. */
    static final class Expected extends NumberConverter {
        Expected() {
            super(1, 100_000);
        }
    }

    /** How many attendees a meeting has. */
    static final class Attendees extends NumberConverter {
        Attendees() {
            super(0, 1_000);
        }
    }

    /** How many servers may be unhealthy. */
    static final class Threshold extends NumberConverter {
        Threshold() {
            super(0, 1_000_000);
        }
    }
}
