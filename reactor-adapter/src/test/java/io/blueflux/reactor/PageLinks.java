// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a Markdown page leads to, and where one may lead within it. */
final class PageLinks {
    private static final Pattern CODE_BLOCK = Pattern.compile("^( *)```.*?^\\1```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern INLINE = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)[^)]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("^ *\\[[^\\]]+\\]: *<?([^\\s>]+)", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *#*$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

    private PageLinks() {}

    /** Returns the targets that are relative, images among them. */
    static List<String> relative(String page) {
        String text = CODE.matcher(withoutBlocks(page)).replaceAll("code");
        return Stream.of(INLINE, REFERENCE)
                .flatMap(form -> form.matcher(text).results())
                .map(found -> found.group(1))
                .filter(target -> !WITH_SCHEME.matcher(target).matches())
                .toList();
    }

    /** Returns the anchors of the page's headings, as GitHub makes them. */
    static List<String> anchors(String page) {
        Map<String, Integer> met = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        HEADING.matcher(withoutBlocks(page)).results().map(PageLinks::anchor).forEach(anchor -> {
            int before = met.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        return LINK.matcher(heading.group(1))
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static String withoutBlocks(String page) {
        return CODE_BLOCK.matcher(page).replaceAll("");
    }
}
