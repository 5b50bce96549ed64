// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.support.PageAnchors;
import io.blueflux.support.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows a link of a page within the repository arrives. */
class PageLinksTest {
    private static final Path REPOSITORY = Pages.ROOT.toAbsolutePath().normalize();
    private static final Pattern MENU = Pattern.compile("href=\"((?!apidocs)[^\"]+)\\.html\"");

    static List<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeading(Path page) {
        assertThat(PageLinks.relative(Pages.text(page)))
                .as("links of %s that lead nowhere", page)
                .allMatch(target -> leadsSomewhere(page, target));
    }

    private static boolean leadsSomewhere(Path page, String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = (path.isEmpty() ? page : page.resolveSibling(path))
                .toAbsolutePath()
                .normalize();
        if (!file.startsWith(REPOSITORY) || !Files.isRegularFile(file)) {
            return false;
        }
        return hash < 0 || PageAnchors.of(Pages.text(file)).contains(target.substring(hash + 1));
    }

    @Test
    void pagesAreFound() {
        assertThat(pages())
                .contains(Pages.ROOT.resolve("README.md"), Pages.ROOT.resolve("docs/guide/operations.md"))
                .noneMatch(page -> page.toString().contains("target"));
    }

    @Test
    void theSitesMenuLeadsToPagesAndToAllOfTheGuide() {
        List<Path> targets = MENU.matcher(Pages.text(Pages.ROOT.resolve("docs/site/site.xml")))
                .results()
                .map(found -> Pages.ROOT.resolve(found.group(1) + ".md"))
                .toList();

        assertThat(pages()).containsAll(targets);
        assertThat(targets)
                .containsAll(pages().stream()
                        .filter(page -> page.startsWith(Pages.ROOT.resolve("docs/guide")))
                        .toList());
    }

    @Test
    void whatLeadsNowhereIsNoticed() {
        Path readme = Pages.ROOT.resolve("README.md");

        assertThat(List.of("docs/guide/client.md#errors", "#modules", "LICENSE"))
                .allMatch(target -> leadsSomewhere(readme, target));
        assertThat(List.of("docs/guide/none.md", "docs/guide/client.md#none", "#none", "../README.md", "docs/guide"))
                .noneMatch(target -> leadsSomewhere(readme, target));
    }

    @Test
    void linksAndImagesAreRelativeTargetsAndCodeIsNot() {
        assertThat(PageLinks.relative("""
                [a](one.md#x), ![b](two.png "title"), [`c`](three.md), [d](https://example.org/), [e][ref], `[f](no.md)`

                ```md
                [g](no.md)
                ```

                [ref]: four.md
                """)).containsExactly("one.md#x", "two.png", "three.md", "four.md");
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        assertThat(PageAnchors.of("""
                # What is this, a server?
                ## Spring Boot 3.5
                ### `a_b` and [a link](x.md) – über
                ## Again
                ## Again

                ```sh
                # no heading
                ```
                """))
                .containsExactly("what-is-this-a-server", "spring-boot-35", "a_b-and-a-link--über", "again", "again-1");
    }

    @Test
    void theSitesHeadingsHaveTheseAnchorsToo() {
        assertThat(PageAnchors.written("""
                # What is this?
                text
                ## Again $1 ##
                ## Again $1

                ```sh
                # no heading
                ```
                """)).isEqualTo("""
                # <a id="what-is-this"></a>What is this?
                text
                ## <a id="again-1"></a>Again $1
                ## <a id="again-1-1"></a>Again $1

                ```sh
                # no heading
                ```
                """);
    }

    @Test
    void everyDecisionIsListed() {
        Path list = Pages.ROOT.resolve("docs/decisions/README.md");

        assertThat(PageLinks.relative(Pages.text(list)))
                .containsExactlyElementsOf(pages().stream()
                        .filter(page -> page.startsWith(list.getParent()) && !page.equals(list))
                        .map(page -> page.getFileName().toString())
                        .toList());
    }
}
