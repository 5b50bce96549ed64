// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.cli.ConsoleSettings;
import io.blueflux.fleet.PollDepth;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.ConfigurableApplicationContext;

@ResourceLock(RunningConsole.LOCK)
class PageAddressIT {

    @Test
    void itIsSaidAlsoWhenTheConsoleIsToldToEndRightAfterItsStart() {
        ConsoleSettings settings = RunningConsole.settings(List.of(), null, PollDepth.MEETINGS);
        ConfigurableApplicationContext context = SpringConsole.start(settings);
        URI page = SpringConsole.page(context, settings);
        context.close();
        assertThat(page.getPort()).isPositive();
        assertThat(SpringConsole.page(context, settings)).isEqualTo(page);
    }
}
