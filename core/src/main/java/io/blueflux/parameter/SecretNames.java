// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names whose values are never printed, wherever they stand. */
final class SecretNames {
    // tokens of the browser's session: in answers and in the URLs that answers hold
    private static final List<String> OF_ANSWERS = List.of("session_token", "auth_token");

    static final Set<String> ALL = Stream.concat(
                    Arrays.stream(Parameter.values())
                            .filter(Parameter::isSecret)
                            .map(Parameter::wireName),
                    OF_ANSWERS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private SecretNames() {}

    static boolean contains(String name) {
        return ALL.contains(name);
    }
}
