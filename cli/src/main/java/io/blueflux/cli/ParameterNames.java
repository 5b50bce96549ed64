// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.parameter.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at names of parameters that the table does not know for a call. What is nearly a known one is a mistake; any other may
 * be that of a newer server, and is sent with a word about it.
 */
final class ParameterNames {
    private static final int SHOWN = 40;

    private final ApiCall call;

    ParameterNames(ApiCall call) {
        this.call = call;
    }

    /** Returns a word about each name that is not known of a call that Blueflux knows; of others there is no table. */
    List<String> notes(Collection<String> names) {
        return !ApiCall.values().contains(call)
                ? List.of()
                : names.stream()
                        .filter(name -> Parameter.find(call, name) == null)
                        .map(this::note)
                        .toList();
    }

    private String note(String name) {
        String takers = takers(name);
        String meant = takers.isEmpty() ? meant(name) : null;
        String what = OneLine.of(name.substring(0, Math.min(name.length(), SHOWN))) + " is no parameter of " + call;
        if (meant != null) {
            throw CommandException.usage(
                    what + "; did you mean " + OneLine.of(meant) + "? With --any it is sent all the same");
        }
        return what + (takers.isEmpty() ? " that is known" : " but of " + takers) + "; it is sent as it is";
    }

    /** Names the calls that take the parameter, of which this is none. */
    private static String takers(String name) {
        return ApiCall.values().stream()
                .filter(other -> Parameter.find(other, name) != null)
                .map(ApiCall::toString)
                .collect(Collectors.joining(", "));
    }

    private @Nullable String meant(String name) {
        List<Parameter> rows = Arrays.stream(Parameter.values())
                .filter(row -> row.calls().contains(call) && row != Parameter.CHECKSUM)
                .toList();
        for (Parameter row : rows) {
            String prefix = row.wireName();
            boolean isOfFamily = row.isFamily() && name.length() > prefix.length() && alike(name, prefix);
            if (isOfFamily) {
                return prefix + name.substring(prefix.length());
            }
        }
        return Nearest.of(
                name,
                rows.stream()
                        .filter(row -> !row.isFamily())
                        .map(Parameter::wireName)
                        .toList());
    }

    /** Tells whether a name begins as those of a family, but for case and the mark. */
    private static boolean alike(String name, String prefix) {
        int mark = prefix.length() - 1;
        return name.substring(0, mark).toLowerCase(Locale.ROOT).equals(prefix.substring(0, mark))
                && "-_.:".indexOf(name.charAt(mark)) >= 0;
    }
}
