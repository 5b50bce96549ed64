// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private ResultsFile results;

    @BeforeEach
    void name() {
        file = folder.resolve("RESULTS.md");
        results = new ResultsFile(file);
    }

    @Test
    void onePartReplacesItsOwnSectionOnly() throws IOException {
        results.replace("sign", "| S1 | old |");
        results.replace("parse", "today\n\n| P1 | old |");
        results.replace("parse", "tomorrow\n\n| P1 | new |");
        assertThat(Files.readString(file))
                .contains("## parse\n\ntomorrow\n\n| P1 | new |\n", "## sign\n\n| S1 | old |\n")
                .doesNotContain("today", "| P1 | old |");
    }

    @Test
    void partsStandInTheirOrderWhateverWasMeasuredFirst() throws IOException {
        results.replace("memory", "m");
        results.replace("parse", "p");
        assertThat(Files.readString(file)).containsSubsequence("## parse", "## memory", "## What the rows say");
    }

    @Test
    void whatJmhGaveStaysWhenOnlyTheGatesRun() throws IOException {
        results.replace(ResultsFile.jmhTitle(Part.PARSE), "forks");
        results.replace("parse", "gates");
        assertThat(Files.readString(file)).contains("## parse\n\ngates\n\n## parse by JMH\n\nforks\n");
    }

    @Test
    void notesByHandStay() throws IOException {
        Files.writeString(file, "# Results\n\n## Notes\n\nP1 misses because of this.\n");
        results.replace("parse", "p");
        assertThat(Files.readString(file))
                .containsSubsequence("## parse", "## Notes\n\nP1 misses because of this.\n", "## What the rows say");
    }

    @Test
    void writingTheSameAgainChangesNothing() throws IOException {
        results.replace("parse", "p");
        String once = Files.readString(file);
        results.replace("parse", "p");
        assertThat(Files.readString(file)).isEqualTo(once).containsOnlyOnce("## What the rows say");
    }

    @Test
    void everyBarIsExplained() throws IOException {
        results.replace("parse", "p");
        assertThat(Files.readString(file)).contains("- P1 small: ", "- M1 full speed: ");
    }
}
