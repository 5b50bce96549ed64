// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.web.context.reactive.StandardReactiveWebEnvironment;

/**
 * Of the process's variables only those of TLS. Others may be meant for another service, and one of them is enough to open a port to
 * everybody that asks for no password.
 */
final class ConsoleEnvironment extends StandardReactiveWebEnvironment {

    @Override
    public Map<String, Object> getSystemEnvironment() {
        return super.getSystemEnvironment().entrySet().stream()
                .filter(variable -> isOfTls(variable.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isOfTls(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("SERVER_SSL_") || upper.startsWith("SPRING_SSL_");
    }
}
