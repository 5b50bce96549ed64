// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.Delivery.Ending;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The kinds of faults: the text form of each, and what it does to an answer. */
enum FaultKind {
    DELAY("delay", "=DURATION", false, value -> {
        var time = Durations.parse(value);
        return answer -> answer.with(answer.delivery().delayed(time));
    }),
    HANG("hang", "", false, value -> answer -> answer.with(answer.delivery().after(Mono.never()))),
    DRIP("drip", "=DURATION[/BYTES]", false, value -> {
        int slash = value.indexOf('/');
        var pause = Durations.parse(slash < 0 ? value : value.substring(0, slash));
        int bytes = slash < 0 ? 1 : (int) number(value.substring(slash + 1), 1, Integer.MAX_VALUE);
        return answer -> answer.with(answer.delivery().dripping(pause, bytes));
    }),
    CUT("cut", "=BYTES", false, value -> ending(value, Ending.CLOSE)),
    CLOSE("close", "", true, value -> ending("0", Ending.CLOSE_AT_ONCE)),
    RESET("reset", "", true, value -> ending("0", Ending.RESET_AT_ONCE)),
    RESET_AFTER("reset-after", "=BYTES", false, value -> ending(value, Ending.RESET)),
    STALL("stall", "=BYTES", false, value -> ending(value, Ending.STALL)),
    STATUS("status", "=NNN", true, value -> {
        int status = (int) number(value, 200, 599);
        return answer -> Pages.nginx(status);
    }),
    TWO_ROOTS("two-roots", "", false, value -> Spoiled::twice),
    GREMLIN("gremlin", "[=N]", false, value -> {
        int which = value.isEmpty() ? 1 : (int) number(value, 1, Integer.MAX_VALUE);
        return answer -> Spoiled.withGremlin(answer, which);
    }),
    CONTENT_TYPE("content-type", "=TEXT", false, value -> answer -> answer.with("Content-Type", value)),
    GROUPED("grouped", "[=LOCALE|SEPARATOR]", false, value -> {
        String separator = Spoiled.groupingSeparator(value);
        return answer -> Spoiled.grouped(answer, separator);
    }),
    EMPTY("empty", "", true, value -> answer -> Answer.page(200, "text/xml;charset=utf-8", "")),
    NULL("null", "", true, value -> answer -> Answer.xml("null")),
    HTML("html", "", true, value -> answer -> Pages.welcome()),
    JSON(
            "json",
            "",
            true,
            value -> answer -> Envelopes.failedJson("checksumError", "You did not pass the checksum security check")),
    REDIRECT("redirect", "=URL", true, value -> answer -> Answer.redirect(value)),
    TRUNCATED(
            "truncated",
            "[=BYTES]",
            false,
            value -> value.isEmpty() ? Spoiled::withoutEnd : ending(value, Ending.COMPLETE)),
    FAILED("failed", "=KEY", true, value -> answer -> Envelopes.failed(value, "The fault of a simulated server"));

    private final String wireName;
    private final String valueForm;
    private final boolean replacesCall;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final Function<String, UnaryOperator<Answer>> effects;

    FaultKind(
            String wireName, String valueForm, boolean replacesCall, Function<String, UnaryOperator<Answer>> effects) {
        this.wireName = wireName;
        this.valueForm = valueForm;
        this.replacesCall = replacesCall;
        this.effects = effects;
    }

    static FaultKind named(String name) {
        for (FaultKind kind : values()) {
            if (kind.wireName.equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("fault must be one of "
                + Arrays.stream(values()).map(FaultKind::usage).collect(Collectors.joining(", ")) + ", not: " + name);
    }

    String wireName() {
        return wireName;
    }

    String usage() {
        return wireName + valueForm;
    }

    boolean replacesCall() {
        return replacesCall;
    }

    UnaryOperator<Answer> effect(String value) {
        if (valueForm.isEmpty() != value.isEmpty() && !valueForm.startsWith("[")) {
            throw new IllegalArgumentException("fault must be written " + usage());
        }
        UnaryOperator<Answer> effect = effects.apply(value);
        // what replaces an answer still travels as the faults before it said, unless it has a delivery of its own
        return replacesCall && this != CLOSE && this != RESET
                ? answer -> effect.apply(answer).with(answer.delivery())
                : effect;
    }

    private static UnaryOperator<Answer> ending(String bytes, Ending how) {
        long limit = number(bytes, 0, Long.MAX_VALUE);
        return answer -> answer.with(answer.delivery().ending(limit, how));
    }

    private static long number(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("number of a fault must be a whole number, not: " + text, e);
        }
        throw new IllegalArgumentException("number of a fault must be " + least + " to " + most + ", not: " + text);
    }
}
