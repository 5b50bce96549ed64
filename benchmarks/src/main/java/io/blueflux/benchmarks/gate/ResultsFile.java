// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file of results: one section a part, and one for its JMH run. What is measured anew replaces its own section
 * only.
 */
public final class ResultsFile {
    private static final String HEAD = "## ";
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (.*?)$(.*?)(?=^## |\\z)");
    private static final String NOTES = "Notes"; // by hand
    private static final String INTRODUCTION = """
            # Results

            Written by `./benchmarks/run`; [how it measures](README.md). Ratios of CPU time inside one run unless a
            row says otherwise; absolute times say more about the machine than about the code. 1 KB is 1,000 bytes.
            """;

    private final Path file;

    /**
     * Names the file, which need not exist yet.
     *
     * @param file where the results are
     */
    public ResultsFile(Path file) {
        this.file = file;
    }

    /**
     * Replaces or adds one section and keeps the others.
     *
     * @param title the section's title: a part's word, or that and more
     * @param body Markdown without headings of the second level
     * @throws IOException if the file cannot be read or written
     */
    public void replace(String title, String body) throws IOException {
        Map<String, String> sections = sections();
        sections.put(title, body.strip());
        sections.keySet().retainAll(titles().toList());
        String text = titles().filter(sections::containsKey)
                .map(section -> "\n" + HEAD + section + "\n\n" + sections.get(section) + "\n")
                .collect(Collectors.joining());
        Files.writeString(file, INTRODUCTION + text + legend());
    }

    /**
     * Returns the title of a part's section for JMH.
     *
     * @param part the part
     * @return the title
     */
    public static String jmhTitle(Part part) {
        return part.word() + " by JMH";
    }

    /** The sections there can be, in order. */
    private static Stream<String> titles() {
        Stream<String> measured = Stream.of(Part.values()).flatMap(part -> Stream.of(part.word(), jmhTitle(part)));
        return Stream.concat(measured, Stream.of(NOTES));
    }

    private Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Matcher section = SECTION.matcher(Files.readString(file));
            while (section.find()) {
                sections.put(section.group(1), section.group(2).strip());
            }
        }
        return sections;
    }

    private static String legend() {
        return "\n" + HEAD + "What the rows say\n\n"
                + Stream.of(Bar.values())
                        .map(bar -> "- " + bar.id() + ": " + bar.words() + ".\n")
                        .collect(Collectors.joining());
    }
}
