// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.WebElement;

/** The table of servers as one sees and uses it. */
class ServersTable {
    private static final String ROWS = """
            return [...document.querySelectorAll('#server-rows > tr')].map((row) => ({
              name: row.dataset.server, state: row.dataset.state, word: row.querySelector('.state-word').textContent,
              colour: getComputedStyle(row.querySelector('.state')).color,
              back: getComputedStyle(row).backgroundColor, text: row.innerText}));
            """;

    final Browser browser;

    ServersTable(Browser browser) {
        this.browser = browser;
    }

    /**
     * A row as it is drawn.
     *
     * @param word what it says of its state
     * @param colour of that word
     * @param back the colour behind the row
     */
    record Row(String name, String state, String word, String colour, String back, String text) {}

    List<Row> rows() {
        return browser.<List<Map<String, String>>>ask(ROWS).stream()
                .map(row -> new Row(
                        of(row, "name"),
                        of(row, "state"),
                        of(row, "word"),
                        of(row, "colour"),
                        of(row, "back"),
                        of(row, "text")))
                .toList();
    }

    private static String of(Map<String, String> row, String key) {
        return Objects.requireNonNull(row.get(key), key);
    }

    List<String> names() {
        return rows().stream().map(Row::name).toList();
    }

    Row row(String name) {
        return rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void untilRow(String name, String part) {
        browser.until(name + " says " + part, () -> row(name).text().contains(part));
    }

    /** Returns what a row says in a column. */
    String cell(String server, String column) {
        return browser.ask("""
                const row = [...document.querySelectorAll('#server-rows > tr')].find((each) => each.dataset.server === arguments[0]);
                return row?.querySelector(`[data-column="${arguments[1]}"]`).innerText.trim() ?? '';
                """, server, column);
    }

    /** Clicks a button of a server's row. */
    void press(String server, String button) {
        browser.<WebElement>ask("""
                const row = [...document.querySelectorAll('#server-rows > tr')].find((each) => each.dataset.server === arguments[0]);
                return row.querySelector(arguments[1]);
                """, server, button).click();
    }
}
