// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.CallListener;
import io.blueflux.request.RecordingsQuery;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** All recordings, page by page. */
@Command(
        name = "recordings",
        description = {
            "Prints all recordings that match, as they arrive.",
            "Asks for them page by page: for the next when the one before is written, and again for one that failed "
                    + "in passing. Each recording is printed once."
        })
final class RecordingsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final EachOptions each = new EachOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Option(
            names = "--page-size",
            paramLabel = "N",
            converter = NumberConverter.PageSize.class,
            description = "How many recordings a page has, 1 to 100; 100 by default.")
    private int pageSize = 100;

    @Mixin
    private final ClientOptions clientOptions = new ClientOptions();

    RecordingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<String, String> values = parameters.of(ApiCall.GET_RECORDINGS);
        if (values.containsKey("limit")) {
            throw CommandException.usage("the limit is the page's: give --page-size");
        }
        RecordingsQuery query = CommandException.checked(() -> query(values));
        ServerRows rows =
                new ServerRows(terminal, clientOptions, output, Column.RECORDINGS, ApiCall.GET_RECORDINGS.toString());
        return rows.write(
                each.target(terminal),
                1,
                CallListener.NONE,
                client -> recordings(client, query),
                count -> " recordings=" + count.values());
    }

    private Flux<FleetAnswer> recordings(BbbClient client, RecordingsQuery query) {
        parameters.tell(terminal);
        return client.allRecordings(query).map(Answers::recording).map(FleetAnswer::of);
    }

    private RecordingsQuery query(Map<String, String> values) {
        RecordingsQuery.Builder query = RecordingsQuery.builder();
        values.forEach(query::parameter);
        return query.limit(pageSize).build();
    }
}
