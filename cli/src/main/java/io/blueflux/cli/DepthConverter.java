// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.fleet.PollDepth;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the names of the depths. */
final class DepthConverter implements ITypeConverter<PollDepth> {
    @Override
    public PollDepth convert(String name) {
        return switch (name) {
            case "counters" -> PollDepth.COUNTERS;
            case "meetings" -> PollDepth.MEETINGS;
            case "info" -> PollDepth.INFO;
            default -> throw new TypeConversionException("a depth is counters, meetings or info, not: " + name);
        };
    }
}
