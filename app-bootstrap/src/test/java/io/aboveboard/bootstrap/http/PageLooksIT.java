package io.aboveboard.bootstrap.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.aboveboard.bootstrap.http.BrowserBench.YES;
import static io.aboveboard.bootstrap.http.BrowserBench.button;
import static io.aboveboard.bootstrap.http.BrowserBench.desktop;
import static io.aboveboard.bootstrap.http.BrowserBench.focused;
import static io.aboveboard.bootstrap.http.BrowserBench.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the page looks and feels: to who sees little, uses a phone, or the keyboard; and at rest. */
@Tag("thorough")
class PageLooksIT {
    private static Chromium chromium;
    private BrowserBench browser;
    private WireBench bench;

    @BeforeAll
    static void startTheBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void start() {
        browser = new BrowserBench(chromium);
        bench = browser.wire();
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    /** WCAG 2.4.11: what has the focus is not hidden by what stays at the edge. */
    @Test
    void hidesNothingThatHasTheFocus() {
        Page page = browser.open(desktop().setViewportSize(1280, 700));
        for (int i = 0; i < 20 && !YES.equals(focused(page)); i++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("""
                            () => {
                              const focused = document.activeElement.getBoundingClientRect();
                              const answers = document.querySelector('.answers');
                              return answers.contains(document.activeElement)
                                || focused.top < answers.getBoundingClientRect().top;
                            }""")).as(focused(page)).isTrue();
        }
    }

    @Test
    void isAccessible() throws IOException {
        // Else the contrast might be measured on the way from one colour to the other.
        Page page = browser.open(desktop().setReducedMotion(ReducedMotion.REDUCE));
        assertAccessible(page, "setup");
        browser.fill();
        page.navigate(bench.server().address() + "/");
        inEachScheme(page, "page");
        page.locator("#sent-list details.record")
                .first()
                .locator("summary")
                .first()
                .click();
        assertAccessible(page, "page");
        page.navigate(bench.server().address() + "/forget");
        assertAccessible(page, "forget");
        page.context().clearCookies();
        page.navigate(bench.server().address() + "/");
        assertAccessible(page, "login");
        inEachScheme(page, "login");
    }

    private static void inEachScheme(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            picture(page, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Everything in the light, and in the dark what can be otherwise there. */
    private static void assertAccessible(Page page, String what) throws IOException {
        try (InputStream axe = PageIT.class.getResourceAsStream("/axe.min.js")) {
            page.evaluate(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(violations(page, "{}")).as(what).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page, "{runOnly: ['color-contrast']}"))
                .as(what + " in the dark")
                .isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static List<?> violations(Page page, String options) {
        return (List<?>) page.evaluate("async () => (await axe.run(" + options + ")).violations"
                + ".filter(found => found.impact === 'serious' || found.impact === 'critical')"
                + ".map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))");
    }

    @Test
    void fitsAPhone() {
        Page page = browser.open(new Browser.NewContextOptions()
                .setViewportSize(375, 812)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
        assertThat(widthOf(page)).isEqualTo(375);
        browser.fill();
        page.navigate(bench.server().address() + "/");

        assertThat(widthOf(page)).isEqualTo(375);
        picture(page, "page-phone");
        for (var button : page.getByRole(AriaRole.BUTTON).all()) {
            assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(43.9);
        }
        for (var target : page.locator("main a:visible, main summary:visible").all()) {
            BoundingBox box = target.boundingBox();
            assertThat(box == null ? 24 : box.height).as(target.textContent()).isGreaterThanOrEqualTo(24);
        }
    }

    @Test
    @Proves(Promise.P5)
    void saysThatEverythingIsOff() throws IOException {
        try (HttpBench silent = HttpBench.Plan.DEFAULT.silenced().start()) {
            Page page = chromium.page(desktop().setReducedMotion(ReducedMotion.REDUCE));
            page.navigate(silent.server().entrance().toString());
            assertThat(page.locator("h1")).hasText("Everything is off");
            assertAccessible(page, "silent");
            picture(page, "silent");

            button(page, "Share none");

            assertThat(page.locator("main")).containsText("Product events stay off");
        }
    }

    private static int widthOf(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }
}
