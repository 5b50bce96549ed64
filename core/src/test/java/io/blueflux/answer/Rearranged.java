// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.fuzz.Choices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Well-formed XML of which elements are lost, doubled, moved, wrapped or between comments, and which is well-formed still. */
final class Rearranged {
    private static final Pattern TAG = Pattern.compile("<(/?)[A-Za-z][^<>]*?(/?)>");
    private static final List<String> NAMES =
            List.of("x", "meeting", "metadata", "recording", "playback", "breakout", "name");

    private Rearranged() {}

    static String of(String answer, Choices choices) {
        String text = answer;
        for (int i = choices.below(3); i > 0; i--) {
            List<Element> elements = elements(text);
            if (!elements.isEmpty()) {
                text = changed(text, choices.of(elements), choices);
            }
        }
        return text;
    }

    private static String changed(String text, Element element, Choices choices) {
        String before = text.substring(0, element.start());
        String whole = text.substring(element.start(), element.end());
        String after = text.substring(element.end());
        String name = choices.of(NAMES);
        return switch (choices.below(6)) {
            case 0 -> before + after;
            case 1 -> before + whole + whole + after;
            case 2 -> before + "<!-- c -->" + whole + "<?p i?>" + after;
            case 3 -> before + "<" + name + ">" + whole + "</" + name + ">" + after;
            case 4 -> before + "<" + name + " a='1' alt=\"&lt;\"/>" + whole + "\n" + after;
            default -> moved(before + after, whole, choices);
        };
    }

    private static String moved(String text, String whole, Choices choices) {
        List<Element> others = elements(text);
        int at = others.isEmpty() ? 0 : choices.of(others).start();
        return text.substring(0, at) + whole + text.substring(at);
    }

    private static List<Element> elements(String text) {
        List<Element> elements = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (Matcher tag = TAG.matcher(text); tag.find(); ) {
            if (!tag.group(2).isEmpty()) {
                elements.add(new Element(tag.start(), tag.end()));
            } else if (tag.group(1).isEmpty()) {
                open.push(tag.start());
            } else if (open.size() > 1) { // not the root
                elements.add(new Element(open.pop(), tag.end()));
            }
        }
        return elements;
    }

    /** Where an element stands. */
    private record Element(int start, int end) {}
}
