package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ViewportSize;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page of a bench before the browser of a class of tests. */
final class BrowserBench implements AutoCloseable {
    static final String YES = "Yes, share product events";

    /** Where pictures of the page go: -Dscreenshots=../docs/screenshots renews those of the docs. */
    private static final Path PICTURES = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private final Chromium chromium;
    private final WireBench bench = WireBench.start();

    BrowserBench(Chromium chromium) {
        this.chromium = chromium;
    }

    WireBench wire() {
        return bench;
    }

    Page open(Browser.NewContextOptions options) {
        Page page = chromium.page(options);
        page.navigate(bench.server().entrance().toString());
        page.waitForURL("**/setup");
        return page;
    }

    static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB");
    }

    void record(String name, Map<String, Object> properties) {
        bench.aboveboard()
                .telemetry()
                .track(
                        name,
                        UserId.of(42),
                        properties,
                        new RequestContext("/projects/7", "Firefox", "desktop", "Linux"));
    }

    /** All of the page, in a window that is high enough: what stays at its edge would lie over the rest otherwise. */
    static void picture(Page page, String name) {
        ViewportSize window = page.viewportSize();
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(window.width, Math.max(window.height, height));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        page.setViewportSize(window.width, window.height);
    }

    static Page button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        return page;
    }

    static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    void fill() {
        bench.aboveboard().consent().grant(Actor.setup(""));
        for (String name : List.of("timer.started", "project.created", "report.exported", "timer.stopped")) {
            record(name, Map.of("project_id", 7, "billable", true));
        }
        bench.arrived();
    }

    /** Nothing that the browser had to complain of is forgiven. */
    @Override
    public void close() {
        List<String> complaints = chromium.closePages();
        bench.close();
        assertThat(complaints).isEmpty();
    }
}
