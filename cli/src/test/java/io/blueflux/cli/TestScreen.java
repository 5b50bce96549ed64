// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is seen on a terminal that was sent some bytes; one that breaks its lines anew where its width changes. */
final class TestScreen {
    private static final Pattern STEP =
            Pattern.compile("\u001b\\[(?<mode>\\??)(?<number>[0-9]*)(?<verb>[A-Za-z])|(?<text>\\X)", Pattern.DOTALL);
    private static final String RIGHT_HALF = "";

    private final List<List<String>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    private int rows;
    private int columns;
    private int top;
    private int row;
    private int column;
    private boolean wraps = true;

    TestScreen(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Returns what people see from the top, without blanks at the ends of lines, and without empty lines at the end. */
    List<String> seen() {
        String text = lines.subList(top, lines.size()).stream()
                .map(line -> String.join("", line).stripTrailing())
                .collect(Collectors.joining("\n"));
        return text.stripTrailing().lines().toList();
    }

    /** Returns how many lines have left it at the top. */
    int scrolledAway() {
        return top;
    }

    boolean wraps() {
        return wraps;
    }

    void resize(int newRows, int newColumns) {
        List<List<String>> broken = new ArrayList<>();
        for (List<String> line : lines) {
            for (int at = 0; at == 0 || at < line.size(); at += newColumns) {
                broken.add(new ArrayList<>(line.subList(at, Math.min(line.size(), at + newColumns))));
            }
        }
        lines.clear();
        lines.addAll(broken);
        rows = newRows;
        columns = newColumns;
        row = lines.size() - 1;
        column = 0;
        top = Math.max(0, lines.size() - rows);
    }

    Terminal terminal() {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int octet) {
                throw new UnsupportedOperationException("a frame is one write");
            }

            @Override
            public void write(byte[] bytes) {
                show(new String(bytes, StandardCharsets.UTF_8));
            }
        };
        return new Terminal(out, new PrintStream(OutputStream.nullOutputStream()), name -> null, () -> null, true);
    }

    void show(String text) {
        for (Matcher step = STEP.matcher(text); step.find(); ) {
            if (step.group("verb") == null) {
                print(step.group("text"));
            } else {
                obey(step.group("mode") + step.group("number") + step.group("verb"));
            }
        }
    }

    private void obey(String order) {
        switch (order) {
            case "H" -> {
                row = top;
                column = 0;
            }
            case "K" -> eraseLine();
            case "J" -> {
                eraseLine();
                lines.subList(row + 1, lines.size()).clear();
            }
            case "?7l" -> wraps = false;
            case "?7h" -> wraps = true;
            default -> {
                if (!order.matches("[0-9]+A")) {
                    throw new IllegalArgumentException(order);
                }
                row = Math.max(top, row - Integer.parseInt(order.substring(0, order.length() - 1)));
            }
        }
    }

    /** A line that is full has its cursor on its last character. */
    private void eraseLine() {
        List<String> line = lines.get(row);
        int from = Math.min(column, columns - 1);
        if (from < line.size()) {
            line.subList(from, line.size()).clear();
        }
    }

    private void print(String text) {
        switch (text) {
            case "\r" -> column = 0;
            case "\n", "\r\n" -> nextLine();
            default -> put(text, width(text));
        }
    }

    private void put(String text, int width) {
        if (column + width > columns) {
            if (wraps) {
                nextLine();
            } else {
                column = columns - width;
            }
        }
        List<String> line = lines.get(row);
        while (line.size() < column + width) {
            line.add(" ");
        }
        line.set(column, text);
        for (int half = 1; half < width; half++) {
            line.set(column + half, RIGHT_HALF);
        }
        column += width;
    }

    private void nextLine() {
        row++;
        column = 0;
        if (row == lines.size()) {
            lines.add(new ArrayList<>());
        }
        top = Math.max(top, row - rows + 1);
    }

    /** Returns the columns of a text as a plain terminal counts them: character by character. */
    static int width(String text) {
        return text.codePoints().map(TestScreen::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.PRIVATE_USE -> 2; // icons of a font
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default ->
                (character >= 0x1F300 && character <= 0x1F9FF)
                        || (character >= 0x3000 && character <= 0x303E)
                        || (character >= 0xFF01 && character <= 0xFF60)
                        || character == 0x30FC;
        };
    }
}
