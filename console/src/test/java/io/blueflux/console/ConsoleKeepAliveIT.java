// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.KeptAlive;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleKeepAliveIT {
    private static final int REQUESTS = Integer.getInteger("blueflux.requests", 2_500);

    @Test
    void allRequestsOnOneConnectionAreAnswered(@TempDir Path folder) throws Exception {
        try (ConsoleProcess console = new ConsoleProcess(folder, Map.of(), "--demo", "--port=0");
                KeptAlive connection = new KeptAlive(console.page())) {
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(connection.get(path(i))).as("request " + i).isNotEmpty();
            }
        }
    }

    /** Some answers come from the connection's own thread, some from another one, some from other servers. */
    private static String path(int request) {
        if (request % 1_000 == 0) {
            return "/api/meetings?q=nowhere";
        }
        return switch (request % 5) {
            case 0 -> "/api/meetings?q=room-1";
            case 1 -> "/api/server?name=s1";
            case 2 -> "/api/fleet";
            case 3 -> "/api/csrf";
            default -> "/actuator/health";
        };
    }
}
