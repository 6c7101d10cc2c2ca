package io.aboveboard.bootstrap.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.aboveboard.bootstrap.http.BrowserBench.YES;
import static io.aboveboard.bootstrap.http.BrowserBench.button;
import static io.aboveboard.bootstrap.http.BrowserBench.desktop;
import static io.aboveboard.bootstrap.http.BrowserBench.focused;
import static io.aboveboard.bootstrap.http.BrowserBench.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.aboveboard.domain.api.ConsentStanding.State;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page as people meet it, in a real browser. */
@Tag("thorough")
class PageIT {
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

    @Test
    @Fault("E9")
    @Proves(Promise.P1)
    void tellsTheWholeStoryWithOneClickForAYesAndOneForANo() throws Exception {
        Page page = browser.open(desktop());
        picture(page, "setup");
        assertAsksFairly(page);
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

    /** With the very record, the version that the receipt will name, and answers that are drawn the same. */
    private void assertAsksFairly(Page page) {
        bench.arrived();
        ReceivedRecord beat = bench.records().get(bench.records().size() - 1);
        assertThat(beat.eventName()).isEqualTo("base_telemetry.heartbeat");
        assertThat(beat.fields()).hasSize(12);
        assertThat(page.locator("dl.fields").first().locator("div").allTextContents())
                .containsExactlyInAnyOrderElementsOf(beat.fields().entrySet().stream()
                        .map(field -> field.getKey() + field.getValue())
                        .toList());
        assertThat(page.locator("#answers"))
                .containsText(
                        "text version " + bench.aboveboard().consent().terms().textVersion());
        BoundingBox yes = page.locator("#answers button").nth(0).boundingBox();
        BoundingBox no = page.locator("#answers button").nth(1).boundingBox();
        assertThat(no.width).isCloseTo(yes.width, within(0.5));
        assertThat(no.height).isCloseTo(yes.height, within(0.5));
        assertThat(no.y).isCloseTo(yes.y, within(0.5));
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
    void bringsItselfUpToDateAndSaysWhatIsWrongAndWhatToDo() throws Exception {
        Page page = chromium.page(desktop());
        page.clock().install();
        page.navigate(bench.server().entrance().toString());
        page.waitForURL("**/setup");
        button(page, YES);
        assertThat(page.locator("#delivery")).containsText("Last acknowledged");
        bench.arrived();
        bench.answer(OtlpAnswer.status(401));
        post("timer.started");
        bench.aboveboard().flush(Duration.ofMillis(500));

        page.clock().fastForward(6_000);

        assertThat(page.locator("#delivery")).containsText("The receiver refuses until something is changed");
        assertThat(page.locator("#delivery")).containsText("401");
        assertThat(page.locator("#delivery")).containsText("Mend what is named here");
        assertThat(page.locator("#delivery")).not().containsText("none since the last success");
        assertThat(page.locator("#preview")).containsText("timer.started");
        bench.answer(OtlpAnswer.accepted());
        button(page, "Send now");
        assertThat(page.locator("#delivery")).containsText("The last delivery was acknowledged");
        assertThat(page.locator("#delivery")).containsText("none since the last success");
        assertThat(page.locator("#sent-list")).containsText("timer.started");
        assertThat(bench.arrived()).contains("timer.started");
    }

    @Test
    void isDecidedOnWithTheKeyboardAlone() {
        Page page = browser.open(desktop());
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

    @Test
    void worksWithoutItsScript() {
        Page page = browser.open(desktop().setJavaScriptEnabled(false));

        button(page, YES);
        page.waitForURL(bench.server().address() + "/");
        browser.record("timer.started", Map.of("project_id", 7));
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
        Page page = browser.open(desktop());
        bench.aboveboard().consent().grant(Actor.cli());
        browser.record(
                "timer.started", Map.of("note", "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>"));
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
        Page page = browser.open(desktop());
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
        Page page = browser.open(desktop().setJavaScriptEnabled(false));
        browser.fill();
        page.navigate(bench.server().address() + "/");

        page.getByText("Have something forgotten").click();
        assertThat(page.locator("h1")).hasText("What should this installation forget?");
        picture(page, "forget");
        assertThat(bench.aboveboard().transparency().sent(10)).isNotEmpty();
        button(page, "Forget what was sent");
        assertThat(page.locator("#sent-list")).containsText("Nothing yet.");

        page.getByText("Have something forgotten").click();
        button(page, "Forget everything");
        assertThat(page.locator("#decisions")).containsText("None yet.");
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.UNDECIDED);
    }
}
