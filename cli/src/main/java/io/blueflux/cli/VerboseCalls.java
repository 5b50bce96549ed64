// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.error.BbbException;
import io.blueflux.reactor.CallListener;
import io.blueflux.reactor.SentRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** Shows calls on stderr: a line for each request, and one for what came of the call. Thread-safe. */
final class VerboseCalls implements CallListener {
    private final Terminal terminal;
    private final CallListener failures;

    /** By the call itself: two may be equal. */
    private final Map<Call, Answer> answers = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Makes one that lets another listener hear of calls that fail. */
    VerboseCalls(Terminal terminal, CallListener failures) {
        this.terminal = terminal;
        this.failures = failures;
    }

    /** What is known of an answer. */
    private record Answer(@Nullable Integer status, long bytes) {}

    @Override
    public void onSending(Call call, SentRequest request, ContextView context) {
        terminal.note("> " + request);
    }

    @Override
    public void onSentOn(Call call, int status, String host, Duration elapsed, ContextView context) {
        terminal.note("< " + site(call) + " status=" + status + " sent_on_to=" + OneLine.of(host));
    }

    @Override
    public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
        answers.put(call, new Answer(status, 0));
    }

    @Override
    public void onRead(Call call, long bytes, ContextView context) {
        answers.compute(call, (same, known) -> new Answer(known == null ? null : known.status(), bytes));
    }

    @Override
    public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
        ended(call, elapsed, "");
    }

    @Override
    public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
        ended(call, elapsed, " failed");
        failures.onFailed(call, error, elapsed, context);
    }

    @Override
    public void onCancelled(Call call, Duration elapsed, ContextView context) {
        ended(call, elapsed, " cancelled");
    }

    private void ended(Call call, Duration elapsed, String how) {
        Answer answer = answers.remove(call);
        if (answer != null) {
            terminal.note("< " + site(call) + " status=" + (answer.status() == null ? "none" : answer.status())
                    + " time_ms=" + elapsed.toMillis() + " bytes=" + answer.bytes() + how);
        }
    }

    private static String site(Call call) {
        return ErrorLine.site(call.site().call(), call.site().server());
    }
}
