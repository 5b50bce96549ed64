// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.text.DecimalFormatSymbols;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to a document that leave its HTTP answer whole. */
final class Spoiled {
    private static final Pattern COUNT = Pattern.compile("(<(?:participantCount|listenerCount|voiceParticipantCount"
            + "|videoCount|moderatorCount|maxUsers)>)(\\d{4,})(?=<)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)(?=(?:\\d{3})+$)");
    private static final List<String> NAMES =
            List.of("<meetingName>", "<name>", "<meetingID>", "<message>", "<running>", "<deleted>", "<version>");
    private static final int LOST = 40;

    private Spoiled() {}

    static Answer twice(Answer answer) {
        Answer second = Envelopes.failed("checksumError", "You did not pass the checksum security check");
        return answer.mapTexts(before -> joined(before, second.texts().iterator()));
    }

    static Answer withGremlin(Answer answer, int which) {
        return answer.mapEachText(() -> {
            AtomicInteger seen = new AtomicInteger();
            return text -> {
                String tag = nameIn(text);
                boolean hit = !tag.isEmpty() && seen.incrementAndGet() == which;
                return hit ? text.replaceFirst(tag, tag + '\u0001') : text;
            };
        });
    }

    static Answer grouped(Answer answer, String separator) {
        return answer.mapEachText(() -> text -> COUNT.matcher(text)
                .replaceAll(count -> Matcher.quoteReplacement(
                        count.group(1) + THOUSANDS.matcher(count.group(2)).replaceAll(separator))));
    }

    /** Returns what a separator's character, a locale's tag, or nothing stands for. */
    static String groupingSeparator(String localeOrSeparator) {
        if (localeOrSeparator.isEmpty()) {
            return ",";
        }
        if (localeOrSeparator.length() == 1) {
            return localeOrSeparator;
        }
        Locale locale = Locale.forLanguageTag(localeOrSeparator);
        return String.valueOf(DecimalFormatSymbols.getInstance(locale).getGroupingSeparator());
    }

    /** Leaves out the last characters, so that at least one element before the root's end is not closed. */
    static Answer withoutEnd(Answer answer) {
        return answer.mapTexts(before -> new Iterator<>() {
            private String held = before.hasNext() ? before.next() : "";
            private boolean over;

            @Override
            public boolean hasNext() {
                return !over;
            }

            @Override
            public String next() {
                StringBuilder text = new StringBuilder(held);
                while (before.hasNext() && text.length() <= LOST) {
                    text.append(before.next());
                }
                over = !before.hasNext();
                int kept = Math.max(0, text.length() - LOST);
                held = text.substring(kept);
                return text.substring(0, kept);
            }
        });
    }

    private static String nameIn(String text) {
        return NAMES.stream().filter(text::contains).findFirst().orElse("");
    }

    private static Iterator<String> joined(Iterator<String> first, Iterator<String> second) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return first.hasNext() || second.hasNext();
            }

            @Override
            public String next() {
                return first.hasNext() ? first.next() : second.next();
            }
        };
    }
}
