// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The anchors of a Markdown page's headings, as GitHub makes them; of the JDK alone, since the site's build runs this file. */
public final class PageAnchors {
    private static final Pattern HEADING_OR_CODE =
            Pattern.compile("^(#{1,6} +)(.*?) *#*$|^( *)```[\\s\\S]*?^\\3```", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

    private PageAnchors() {}

    /** Writes the anchors into the pages in a folder, whose renderer has other ones. */
    public static void main(String[] folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder[0]))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                Files.writeString(page, written(Files.readString(page)));
            }
        }
    }

    /** Returns the anchors of the page's headings. */
    public static List<String> of(String page) {
        Map<String, Integer> met = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        HEADING_OR_CODE
                .matcher(page)
                .results()
                .filter(PageAnchors::isHeading)
                .forEach(heading -> anchors.add(next(heading, met)));
        return anchors;
    }

    /** Returns the page with each heading's anchor in it. */
    public static String written(String page) {
        Map<String, Integer> met = new HashMap<>();
        return HEADING_OR_CODE
                .matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isHeading(found)
                                ? found.group(1) + "<a id=\"" + next(found, met) + "\"></a>" + found.group(2)
                                : found.group()));
    }

    private static boolean isHeading(MatchResult found) {
        return found.group(1) != null;
    }

    private static String next(MatchResult heading, Map<String, Integer> met) {
        String anchor = LINK.matcher(heading.group(2))
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = met.merge(anchor, 1, Integer::sum) - 1;
        return before == 0 ? anchor : anchor + "-" + before;
    }
}
