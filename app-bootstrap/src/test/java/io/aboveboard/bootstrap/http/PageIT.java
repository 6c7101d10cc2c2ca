package io.aboveboard.bootstrap.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.aboveboard.domain.api.ConsentStanding.State;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as people meet it, in a real browser. */
class PageIT {
    /** Where pictures of the page go: -Dscreenshots=../docs/screenshots renews those of the docs. */
    private static final Path PICTURES = Path.of(System.getProperty("screenshots", "target/screenshots"));

    private static final String YES = "Yes, share product events";

    private static Chromium chromium;
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
        bench = WireBench.start();
    }

    @AfterEach
    void stop() {
        List<String> complaints = chromium.closePages();
        bench.close();
        assertThat(complaints).isEmpty();
    }

    private Page open(Browser.NewContextOptions options) {
        Page page = chromium.page(options);
        page.navigate(bench.server().entrance().toString());
        page.waitForURL("**/setup");
        return page;
    }

    private static Browser.NewContextOptions desktop() {
        return new Browser.NewContextOptions().setViewportSize(1280, 900).setLocale("en-GB");
    }

    private void record(String name, Map<String, Object> properties) {
        bench.aboveboard()
                .telemetry()
                .track(
                        name,
                        UserId.of(42),
                        properties,
                        new RequestContext("/projects/7", "Firefox", "desktop", "Linux"));
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static Page button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
        return page;
    }

    @Test
    @Fault("E9")
    @Proves(Promise.P1)
    void tellsTheWholeStoryWithOneClickForAYesAndOneForANo() throws Exception {
        Page page = open(desktop());
        picture(page, "setup");
        assertThat(page.locator("dl.fields").first()).containsText("install_id");
        assertThat(page.locator("input[type=checkbox], input[type=radio]")).hasCount(0);

        button(page, YES);
        assertThat(page.locator("h1")).hasText("Base telemetry and product events");
        post("timer.started");
        assertThat(bench.arrived()).contains("timer.started");
        isLookedAtAgain(page);
        assertThat(page.locator("#sent-list")).containsText("timer.started");

        button(page, "Stop product events");
        assertThat(page.locator("h1")).hasText("Base telemetry only");
        post("timer.stopped");
        assertThat(bench.arrived()).doesNotContain("timer.stopped");
        assertThat(page.locator("#decisions tbody tr")).hasCount(2);
    }

    /** Else the page brings itself up to date every few seconds. */
    private static void isLookedAtAgain(Page page) {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private void post(String name) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(bench.server().address() + "/v1/events"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"events\":[{\"name\":\"" + name + "\"}]}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void isDecidedOnWithTheKeyboardAlone() {
        Page page = open(desktop());
        for (int i = 0; i < 30 && !YES.equals(focused(page)); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).isEqualTo(YES);
        page.keyboard().press("Enter");
        page.waitForURL(bench.server().address() + "/");

        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Skip to content");
        for (int i = 0; i < 10 && !"Stop product events".equals(focused(page)); i++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");

        assertThat(page.locator("h1")).hasText("Base telemetry only");
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.DENIED);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    @Test
    void worksWithoutItsScript() {
        Page page = open(desktop().setJavaScriptEnabled(false));

        button(page, YES);
        record("timer.started", Map.of("project_id", 7));
        bench.arrived();
        page.reload();
        page.getByLabel("Search").fill("timer");
        page.locator("form.search button").click();
        assertThat(page.locator("#sent-list .name")).hasText("timer.started");
        page.locator("#sent-list summary").first().click();
        assertThat(page.locator("#sent-list dl.fields").first()).containsText("project_id");

        button(page, "Stop product events");
        assertThat(page.locator("h1")).hasText("Base telemetry only");
    }

    @Test
    @Fault("H3")
    void showsWhatOthersWroteAsText() {
        Page page = open(desktop());
        bench.aboveboard().consent().grant(Actor.cli());
        record("timer.started", Map.of("note", "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>"));
        bench.arrived();
        page.navigate(bench.server().address() + "/");

        page.locator("#sent-list details.record")
                .first()
                .locator("summary")
                .first()
                .click();

        assertThat(page.locator("#sent-list dl.fields").first()).containsText("<script>alert(1)</script>");
        assertThat(page.locator("main script, main img")).hasCount(0);
    }

    @Test
    @Fault("H3")
    void isNotShownInAForeignFrame() throws Exception {
        Page page = open(desktop());
        try (ForeignPage foreign = ForeignPage.framing(bench.server().address() + "/")) {
            page.navigate(foreign.address());

            assertThat(page.frames()).hasSize(2);
            assertThat(page.frames().get(1).url()).startsWith("chrome-error:");
            assertThat(page.frames().get(1).content()).doesNotContain("Aboveboard");
        }
        assertThat(chromium.closePages()).isNotEmpty().allMatch(complaint -> complaint.contains("frame"));
    }

    @Test
    void forgetsAfterAskingOnceMoreWithoutItsScript() {
        Page page = open(desktop().setJavaScriptEnabled(false));
        fill();
        page.navigate(bench.server().address() + "/");

        page.getByText("Have something forgotten").click();
        picture(page, "forget");
        assertThat(page.locator("h1")).hasText("What should this installation forget?");
        assertThat(bench.aboveboard().transparency().sent(10)).isNotEmpty();
        button(page, "Forget what was sent");
        assertThat(page.locator("#sent-list")).containsText("Nothing yet.");

        page.getByText("Have something forgotten").click();
        button(page, "Forget everything");
        assertThat(page.locator("#decisions")).containsText("None yet.");
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void isAccessible() throws IOException {
        // Else the contrast might be measured on the way from one colour to the other.
        Page page = open(desktop().setReducedMotion(ReducedMotion.REDUCE));
        assertAccessible(page, "setup");
        fill();
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

    private void fill() {
        bench.aboveboard().consent().grant(Actor.setup(""));
        for (String name : List.of("timer.started", "project.created", "report.exported", "timer.stopped")) {
            record(name, Map.of("project_id", 7, "billable", true));
        }
        bench.arrived();
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
        Page page = open(new Browser.NewContextOptions()
                .setViewportSize(375, 812)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true));
        assertThat(widthOf(page)).isEqualTo(375);
        fill();
        page.navigate(bench.server().address() + "/");

        assertThat(widthOf(page)).isEqualTo(375);
        picture(page, "page-phone");
        for (var button : page.getByRole(AriaRole.BUTTON).all()) {
            assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(43.9);
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
