// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page as one sees and uses it. */
final class ConsolePage extends ServersTable {
    ConsolePage(Browser browser) {
        super(browser);
    }

    /** Waits for the first picture, and for what comes after it: dialogs, search, events and the chart. */
    ConsolePage drawn() {
        browser.until(
                "the page is drawn",
                () -> browser.ask(
                        "return document.querySelectorAll('#server-rows > tr').length > 0 && !!document.querySelector('#chart canvas')"));
        return this;
    }

    void untilText(String id, String part) {
        browser.until("#" + id + " says " + part, () -> text(id).contains(part));
    }

    String text(String id) {
        return browser.ask("return document.getElementById(arguments[0]).innerText", id);
    }

    /** Returns who is in the meeting that is open: name, role, marks. */
    List<List<String>> people() {
        return browser.ask("""
                return [...document.querySelectorAll('#attendees tr')].map((row) => [row.cells[0].textContent, row.cells[1].textContent,
                  [...row.cells[2].querySelectorAll('.mark')].map((mark) => mark.textContent).join(' ')]);
                """);
    }

    List<String> peopleSince() {
        return browser.ask(
                "return [...document.querySelectorAll('#attendees tr')].map((row) => row.cells[3].textContent)");
    }

    /** Returns what a meeting's details say of a term. */
    String fact(String term) {
        return browser.ask(
                "return document.querySelector(`#meeting-facts [data-fact=\"${arguments[0]}\"]`)?.innerText ?? ''",
                term);
    }

    WebElement find(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    /** Clicks as one does who waits until it is there and free. */
    void click(String selector) {
        browser.until(selector + " can be clicked", () -> {
            WebElement element = find(selector);
            return element.isDisplayed() && element.isEnabled();
        });
        find(selector).click();
    }

    void openServer(String name) {
        press(name, ".name");
        untilOpen("server-dialog");
        untilText("server-title", name);
        browser.until(
                "the meetings are there",
                () -> browser.ask("return document.querySelectorAll('#server-meetings tr').length > 0"));
    }

    void openMeeting(String server, String title) {
        openServer(server);
        click("#server-meetings .name[title^='" + title + "']");
        untilOpen("meeting-dialog");
        browser.until(
                "its people are there",
                () -> browser.ask("return document.querySelectorAll('#attendees tr').length > 0"));
    }

    void search(String text) {
        WebElement field = find("#search-text");
        field.clear();
        field.sendKeys(text, Keys.ENTER);
        untilText("search-status", "found");
    }

    List<String> found() {
        return browser.ask(
                "return [...document.querySelectorAll('#search-results .name')].map((each) => each.textContent)");
    }

    void untilOpen(String dialog) {
        browser.until(dialog + " is open", () -> open(dialog));
    }

    void untilClosed(String dialog) {
        browser.until(dialog + " is closed", () -> !open(dialog));
    }

    boolean open(String dialog) {
        return browser.ask("return document.getElementById(arguments[0]).open", dialog);
    }

    boolean stale() {
        return browser.ask("return document.documentElement.hasAttribute('data-stale')");
    }

    /** Returns what has the focus: its id, or what it is called. */
    String focus() {
        return browser.ask(
                "const it = document.activeElement; return it.id || it.getAttribute('aria-label') || it.textContent");
    }
}
