package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.Keys;

/** Hands that know nothing but the keyboard. Counts the keys, and wants to see where the focus is. */
final class Keyboard {

    /** More than the links of the navigation and of a page's head. */
    private static final int NEAR = 60;

    private final Browser browser;
    private int steps;
    private int plain;
    private int chinese;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    Keyboard type(String text) {
        text.chars().forEach(c -> {
            plain += c < 128 ? 1 : 0;
            chinese += c < 128 ? 0 : 1;
        });
        browser.type(text);
        return this;
    }

    Keyboard press(CharSequence key) {
        browser.type(key);
        steps++;
        return this;
    }

    Keyboard tab(int times) {
        for (int i = 0; i < times; i++) {
            press(Keys.TAB);
            assertThat(browser.focusIsSeen())
                    .as("the focus on “%s” of %s is seen", browser.focus(), browser.path())
                    .isTrue();
        }
        return this;
    }

    /** Passes over the navigation, by the first link of the page. */
    Keyboard skip() {
        tab(1);
        assertThat(browser.focus()).isEqualTo("跳到正文");
        return press(Keys.ENTER);
    }

    /** Goes on with the tab key until the focus is on what says this. */
    Keyboard reach(String words) {
        for (int i = 0; i < NEAR && !browser.focus().equals(words); i++) {
            tab(1);
        }
        assertThat(browser.focus()).isEqualTo(words);
        return this;
    }

    /** Puts a text in the place of another. */
    Keyboard replace(String text) {
        browser.selectAll();
        steps += 2;
        return type(text);
    }

    /** The parts of a date stand in the order of the browser's language: year first, or month first. */
    Keyboard date(String label, String date) {
        String year = date.substring(0, 4);
        String day = date.substring(5).replace("-", "");
        int before = steps;
        for (String digits : List.of(year + day, day + year)) {
            steps = before;
            browser.type(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
            digits.chars().forEach(digit -> press(Character.toString(digit)));
            if (date.equals(browser.field(label).getDomProperty("value"))) {
                return this;
            }
        }
        throw new AssertionError(label + " does not take " + date);
    }

    /** Keys that are no characters, and those of dates. */
    int steps() {
        return steps;
    }

    int count() {
        return steps + plain + chinese;
    }

    /** Chinese is typed by its sounds, some three keys a sign. */
    int asTypedByPeople() {
        return steps + plain + 3 * chinese;
    }
}
