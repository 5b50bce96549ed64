// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveTableTest {
    private static final int ROWS = 6;
    private static final int COLUMNS = 12;
    private static final ScreenSize PLACE = place(ROWS, COLUMNS);

    private final TestScreen screen = new TestScreen(ROWS, COLUMNS);
    private final LiveTable table = new LiveTable(screen.terminal());

    @Test
    void aFrameStandsWhereTheOneBeforeStood() {
        screen.show("$ poll\n");
        table.draw(List.of("head", "s1 down", "sum=1"), PLACE);
        table.draw(List.of("head", "s1 up", "sum=2"), PLACE);

        assertThat(screen.seen()).containsExactly("$ poll", "head", "s1 up", "sum=2");
    }

    @Test
    void aFrameOfFewerLinesLeavesNothingBehind() {
        table.draw(List.of("head", "s1 down", "  why", "sum=1"), PLACE);
        table.draw(List.of("head", "sum=2"), PLACE);
        assertThat(screen.seen()).containsExactly("head", "sum=2");

        table.draw(List.of("head", "s1 down", "  why", "sum=3"), PLACE);
        assertThat(screen.seen()).containsExactly("head", "s1 down", "  why", "sum=3");
    }

    @Test
    void aFrameAtTheBottomDoesNotScrollAgain() {
        screen.show("1\n2\n3\n4\n5\n");
        for (int frame = 1; frame <= 3; frame++) {
            table.draw(List.of("head", "s1", "frame=" + frame), PLACE);
        }

        assertThat(screen.seen()).containsExactly("4", "5", "head", "s1", "frame=3");
        assertThat(screen.scrolledAway()).isEqualTo(3);
    }

    @Test
    void aFullLineKeepsItsLastCharacterAndTakesOneLine() {
        for (int frame = 1; frame <= 2; frame++) {
            table.draw(List.of("123456789012", "日本語日本語", "1234567890123", "日本語日本語日", "1日本語日本語", "x"), PLACE);
        }

        assertThat(screen.seen()).containsExactly("123456789012", "日本語日本語", "123456789012", "日本語日本語", "1日本語日本");
        assertThat(screen.scrolledAway()).isZero();
    }

    @Test
    void aCharacterThatIsShownWiderThanKnownTakesNoSecondLine() {
        String icons = "\ue0b0".repeat(COLUMNS);
        table.draw(List.of(icons, "sum=1"), PLACE);
        table.draw(List.of(icons, "sum=2"), PLACE);

        assertThat(screen.seen()).hasSize(2).endsWith("sum=2");
        assertThat(screen.wraps()).as("left as it was found").isTrue();
    }

    @Test
    void moreLinesThanTheScreenHasAreNotDrawn() {
        List<String> lines = IntStream.range(0, 20).mapToObj(String::valueOf).toList();
        table.draw(lines, PLACE);
        table.draw(lines, PLACE);

        assertThat(screen.seen()).containsExactly("0", "1", "2", "3", "4");
        assertThat(screen.scrolledAway()).isZero();
    }

    @Test
    void aScreenOfAnotherSizeIsDrawnAnew() {
        List<String> lines = List.of("head 789012", "s1 down 9012", "  why 789012", "sum=1 789012");
        screen.show("$ poll\n");
        table.draw(lines, PLACE);

        for (List<Integer> size : List.of(List.of(6, 5), List.of(3, 5), List.of(6, 12), List.of(10, 40))) {
            screen.resize(size.get(0), size.get(1));
            table.draw(lines, place(size.get(0), size.get(1)));
            table.draw(lines, place(size.get(0), size.get(1)));

            List<String> shown = lines.stream()
                    .limit(size.get(0) - 1)
                    .map(line -> line.substring(0, Math.min(line.length(), size.get(1)))
                            .stripTrailing())
                    .toList();
            assertThat(screen.seen()).as("%s", size).isEqualTo(shown);
        }
    }

    /** The cursor takes a line. */
    private static ScreenSize place(int rows, int columns) {
        return new ScreenSize(rows, columns).withoutLastRow();
    }
}
