// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.BbbServer;
import io.blueflux.error.BbbException;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.CallListener;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows of one server, or of each of a list.
 *
 * @param terminal gets them
 * @param clients makes the calls
 * @param output says the format
 * @param columns what tables and CSV hold
 * @param call what is asked
 */
record ServerRows(Terminal terminal, ClientOptions clients, OutputOptions output, List<Column> columns, String call) {
    private static final int AT_ONCE = 16;

    /**
     * Asks for rows and writes them as they come. One server's failure is the command's; of a list it is a row.
     *
     * @param connections how many a server needs
     * @param listener hears the calls
     * @param ask the rows of one server
     * @param sums what is said at the end, on stderr; empty for nothing of one server
     */
    int write(
            Target target,
            int connections,
            CallListener listener,
            Function<BbbClient, Flux<FleetAnswer>> ask,
            Function<RowCount, String> sums) {
        BbbServer one = target.one();
        if (one != null) {
            RowCount count = new RowCount(terminal, output.open(terminal, columns));
            return clients.with(terminal, one, connections, listener, client -> {
                String site = ErrorLine.site(call, one.name());
                return written(count, ask.apply(client), all -> {
                    String said = sums.apply(all);
                    return said.isEmpty() ? "" : site + said;
                });
            });
        }
        RowCount count = new RowCount(terminal, output.open(terminal, Column.ofMany(columns)));
        return clients.withFleet(terminal, target.all(), listener, fleet -> {
            String site = "call=" + call + " servers=" + target.all().size();
            return written(
                    count, ofEach(fleet, ask), all -> site + " unanswered=" + all.failedServers() + sums.apply(all));
        });
    }

    private int written(RowCount count, Flux<FleetAnswer> answers, Function<RowCount, String> sums) {
        ListOutput.write(answers, count::take);
        count.end();
        String said = sums.apply(count);
        if (!said.isEmpty()) {
            terminal.note(said);
        }
        return count.isSound() ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private static Flux<FleetAnswer> ofEach(BbbFleet fleet, Function<BbbClient, Flux<FleetAnswer>> ask) {
        return Flux.fromIterable(fleet.servers())
                .map(FleetServer::name)
                .flatMap(
                        server -> ask.apply(fleet.client(server))
                                .map(answer -> answer.from(server))
                                .onErrorResume(
                                        BbbException.class,
                                        error -> Mono.just(
                                                FleetAnswer.failed(server, String.valueOf(error.getMessage())))),
                        AT_ONCE,
                        1);
    }
}
