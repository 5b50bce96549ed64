// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;

/**
 * Something that goes wrong with an answer, as a value: of a closed set of kinds, equal by its text form, which {@link
 * #parse} reads and {@link #toString} writes ({@code delay=2s}). Immutable.
 *
 * <p>Some faults stand for something before the server (a proxy's error page, a reset): then the call is not executed.
 * The others spoil the answer of a call that was executed; each method says which.
 */
public final class Fault {
    private final String text;
    private final boolean replacing;
    private final UnaryOperator<Answer> effect;

    private Fault(String text, boolean replacing, UnaryOperator<Answer> effect) {
        this.text = text;
        this.replacing = replacing;
        this.effect = effect;
    }

    /**
     * The answer starts later.
     *
     * @param time how much later, in whole milliseconds
     * @return the fault
     */
    public static Fault delay(Duration time) {
        Objects.requireNonNull(time, "time");
        return of(FaultKind.DELAY, Durations.text(time));
    }

    /**
     * The request is taken and the call executed, but no byte of an answer ever comes.
     *
     * @return the fault
     */
    public static Fault hang() {
        return of(FaultKind.HANG, "");
    }

    /**
     * The answer waits for a signal of the test; {@link #parse} does not know it.
     *
     * @param signal the answer starts when this completes; its values are ignored
     * @return the fault, equal only to itself
     */
    public static Fault hold(Publisher<?> signal) {
        Objects.requireNonNull(signal, "signal");
        return new Fault("hold", false, answer -> answer.with(answer.delivery().after(signal)));
    }

    /**
     * The body comes byte by byte.
     *
     * @param pause the time before each byte, in whole milliseconds
     * @return the fault
     */
    public static Fault drip(Duration pause) {
        return drip(pause, 1);
    }

    /**
     * The body comes in small bursts.
     *
     * @param pause the time before each burst, in whole milliseconds
     * @param bytes the size of a burst, at least 1
     * @return the fault
     */
    public static Fault drip(Duration pause, int bytes) {
        Objects.requireNonNull(pause, "pause");
        return of(FaultKind.DRIP, Durations.text(pause) + (bytes == 1 ? "" : "/" + bytes));
    }

    /**
     * The connection is closed in the middle of the body, so that HTTP's own framing is broken.
     *
     * @param bytes how much of the body comes before
     * @return the fault
     */
    public static Fault cut(long bytes) {
        return of(FaultKind.CUT, Long.toString(bytes));
    }

    /**
     * The connection is closed instead of an answer; the call is not executed.
     *
     * @return the fault
     */
    public static Fault close() {
        return of(FaultKind.CLOSE, "");
    }

    /**
     * The connection is reset instead of an answer; the call is not executed.
     *
     * @return the fault
     */
    public static Fault reset() {
        return of(FaultKind.RESET, "");
    }

    /**
     * The connection is reset in the middle of the body.
     *
     * @param bytes how much of the body is sent before; a reset may destroy bytes under way
     * @return the fault
     */
    public static Fault resetAfter(long bytes) {
        return of(FaultKind.RESET_AFTER, Long.toString(bytes));
    }

    /**
     * The answer stops in the middle of the body, and the connection stays open.
     *
     * @param bytes how much of the body comes before
     * @return the fault
     */
    public static Fault stall(long bytes) {
        return of(FaultKind.STALL, Long.toString(bytes));
    }

    /**
     * A proxy answers with an error page; the call is not executed.
     *
     * @param status the HTTP status, 200 to 599
     * @return the fault
     */
    public static Fault status(int status) {
        return of(FaultKind.STATUS, Integer.toString(status));
    }

    /**
     * A second document follows the first, as BBB 2.5 does for some errors.
     *
     * @return the fault
     */
    public static Fault twoRoots() {
        return of(FaultKind.TWO_ROOTS, "");
    }

    /**
     * A name in the answer holds U+0001, which no XML may hold.
     *
     * @return the fault, in the first name
     */
    public static Fault gremlin() {
        return of(FaultKind.GREMLIN, "");
    }

    /**
     * A name in the answer holds U+0001, which no XML may hold.
     *
     * @param which the meeting or recording in a list, counted from 1
     * @return the fault
     */
    public static Fault gremlin(int which) {
        return of(FaultKind.GREMLIN, Integer.toString(which));
    }

    /**
     * The header says another content type.
     *
     * @param contentType the header's value
     * @return the fault
     */
    public static Fault contentType(String contentType) {
        Objects.requireNonNull(contentType, "contentType");
        return of(FaultKind.CONTENT_TYPE, contentType);
    }

    /**
     * Counts are printed with a grouping comma: {@code 1,234}.
     *
     * @return the fault
     */
    public static Fault grouped() {
        return of(FaultKind.GROUPED, "");
    }

    /**
     * Counts are printed with a locale's grouping separator.
     *
     * @param locale for example {@link Locale#FRENCH}, which groups with U+202F
     * @return the fault
     */
    public static Fault grouped(Locale locale) {
        Objects.requireNonNull(locale, "locale");
        return of(FaultKind.GROUPED, locale.toLanguageTag());
    }

    /**
     * Status 200 without a body; the call is not executed.
     *
     * @return the fault
     */
    public static Fault empty() {
        return of(FaultKind.EMPTY, "");
    }

    /**
     * Status 200 and the four letters {@code null}; the call is not executed.
     *
     * @return the fault
     */
    public static Fault nullText() {
        return of(FaultKind.NULL, "");
    }

    /**
     * Status 200 and a web page; the call is not executed.
     *
     * @return the fault
     */
    public static Fault html() {
        return of(FaultKind.HTML, "");
    }

    /**
     * A FAILED envelope in JSON where XML was due; the call is not executed.
     *
     * @return the fault
     */
    public static Fault json() {
        return of(FaultKind.JSON, "");
    }

    /**
     * Status 302; the call is not executed.
     *
     * @param url the target
     * @return the fault
     */
    public static Fault redirect(String url) {
        Objects.requireNonNull(url, "url");
        return of(FaultKind.REDIRECT, url);
    }

    /**
     * The document lacks its end, but HTTP's framing is complete, as after an error in the server's template.
     *
     * @return the fault
     */
    public static Fault truncated() {
        return of(FaultKind.TRUNCATED, "");
    }

    /**
     * The document ends early, but HTTP's framing is complete.
     *
     * @param bytes how much of the body comes
     * @return the fault
     */
    public static Fault truncated(long bytes) {
        return of(FaultKind.TRUNCATED, Long.toString(bytes));
    }

    /**
     * The server says FAILED; the call is not executed.
     *
     * @param messageKey the envelope's {@code messageKey}
     * @return the fault
     */
    public static Fault failed(String messageKey) {
        Objects.requireNonNull(messageKey, "messageKey");
        return of(FaultKind.FAILED, messageKey);
    }

    /**
     * Reads the text form: {@code KIND} or {@code KIND=VALUE}.
     *
     * @param text for example {@code hang}, {@code delay=500ms}, {@code status=502}
     * @return the fault
     * @throws IllegalArgumentException if the kind is unknown or its value is wrong; the message says what is right
     */
    public static Fault parse(String text) {
        Objects.requireNonNull(text, "text");
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        return of(FaultKind.named(name), equals < 0 ? "" : text.substring(equals + 1));
    }

    /**
     * Returns the names that {@link #parse} knows.
     *
     * @return for example {@code delay}
     */
    public static List<String> kinds() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::wireName).toList();
    }

    /**
     * Returns the forms that {@link #parse} reads, for a help text.
     *
     * @return for example {@code delay=DURATION}
     */
    public static List<String> usages() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::usage).toList();
    }

    boolean replacesCall() {
        return replacing;
    }

    Answer applyTo(Answer answer) {
        return effect.apply(answer);
    }

    private static Fault of(FaultKind kind, String value) {
        UnaryOperator<Answer> effect = kind.effect(value);
        return new Fault(
                value.isEmpty() ? kind.wireName() : kind.wireName() + "=" + value, kind.replacesCall(), effect);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Fault that && !text.equals("hold") && text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the text form. */
    @Override
    public String toString() {
        return text;
    }
}
