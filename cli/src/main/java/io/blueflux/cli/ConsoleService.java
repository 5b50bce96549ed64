// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.net.URI;
import java.util.function.Consumer;

/**
 * Serves the console. It comes in a jar of its own, which names its implementation for {@link java.util.ServiceLoader}, so that no other
 * command carries a web server.
 */
public interface ConsoleService {

    /**
     * Serves until the process is told to end, or the thread is interrupted.
     *
     * @param settings what the options say
     * @param ready told the address of the page once it can be opened
     * @throws IllegalArgumentException if it cannot listen at the address, in words that name option and rule
     * @throws InterruptedException if the thread is interrupted
     */
    void serve(ConsoleSettings settings, Consumer<URI> ready) throws InterruptedException;
}
