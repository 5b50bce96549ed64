// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BbbVersionTest {
    private static final List<BbbVersion> IN_ORDER = Stream.of(
                    "0.81",
                    "1.0",
                    "2.0",
                    "2.0.1",
                    "2.2.36",
                    "2.4.5",
                    "2.5-alpha-1",
                    "2.5",
                    "2.6.9",
                    "2.6.18",
                    "2.7.10",
                    "3.0.0-alpha.7",
                    "3.0.0-beta.4",
                    "3.0.0-beta.12",
                    "3.0.0-rc.1",
                    "3.0.0",
                    "3.0.25",
                    "3.0.25-1",
                    "3.0.25-2",
                    "4.0")
            .map(BbbVersion::of)
            .toList();

    @Test
    void releasesAreInOrder() {
        for (long seed = 0; seed < 20; seed++) {
            List<BbbVersion> shuffled = new ArrayList<>(IN_ORDER);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(shuffled.stream().sorted()).as("seed %d", seed).containsExactlyElementsOf(IN_ORDER);
        }
    }

    @Test
    void orderIsTheSameFromBothSides() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                assertThat(Integer.signum(IN_ORDER.get(i).compareTo(IN_ORDER.get(j))))
                        .as("%s and %s", IN_ORDER.get(i), IN_ORDER.get(j))
                        .isEqualTo(Integer.signum(Integer.compare(i, j)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2.0,2.0.0", "' 2.6.18 ',2.6.18", "v3.0,3", "3.0.0-beta.4,3.0.0-BETA-4", "3.0.0-beta4,3.0-beta.04"})
    void equalReleasesAreEqual(String text, String same) {
        assertThat(BbbVersion.of(text)).isEqualTo(BbbVersion.of(same)).hasSameHashCodeAs(BbbVersion.of(same));
    }

    @Test
    void textStaysAsGiven() {
        assertThat(BbbVersion.of(" 3.0.25-1\n")).hasToString("3.0.25-1");
    }

    @Test
    void tellsWhetherItHoldsWhatAnotherBrought() {
        assertThat(BbbVersion.of("2.6.18").isAtLeast("2.6.9")).isTrue();
        assertThat(BbbVersion.of("2.6.18").isAtLeast("2.6.18")).isTrue();
        assertThat(BbbVersion.of("2.6.18").isAtLeast("2.7")).isFalse();
        assertThat(BbbVersion.of("3.0.0-beta.4").isAtLeast("3.0")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "new",
                "-1",
                ".5",
                "2..4",
                "2.6.18 <b>",
                "99999999999999999999.0",
                "1.1111111111111111111111111111111111111111111111111111111111111111111111"
            })
    void whatIsNoVersionIsNull(String text) {
        assertThat(BbbVersion.parse(text)).isNull();
    }

    @Test
    void ofRefusesWhatIsNoVersion() {
        assertThatThrownBy(() -> BbbVersion.of("new"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a version must be like 2.6.18, 3.0.25-1 or 3.0.0-beta.4");
    }
}
