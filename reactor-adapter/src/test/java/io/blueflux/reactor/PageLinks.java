// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a Markdown page leads to. */
final class PageLinks {
    private static final Pattern CODE_BLOCK = Pattern.compile("^( *)```.*?^\\1```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern INLINE = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)[^)]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("^ *\\[[^\\]]+\\]: *<?([^\\s>]+)", Pattern.MULTILINE);
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

    private static String withoutBlocks(String page) {
        return CODE_BLOCK.matcher(page).replaceAll("");
    }
}
