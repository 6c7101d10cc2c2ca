package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.ConsentStanding.State;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentExport;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person comes in once by a code or the admin token, and is then known by a cookie that no foreign page can use. */
@Proves(Promise.P1)
class SessionIT {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private HttpBench bench;

    @BeforeEach
    void start() {
        bench = HttpBench.start();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private RawAnswer enter() {
        return bench.get(pathOf(bench.server().entrance().toString()));
    }

    private String pathOf(String entrance) {
        return entrance.substring(bench.server().address().length());
    }

    private static String cookieIn(RawAnswer answer) {
        return "Cookie: " + answer.header("Set-Cookie").get(0).replaceFirst(";.*", "");
    }

    private String formTokenFor(String cookie) {
        return formTokenFor(cookie, "/setup");
    }

    private String formTokenFor(String cookie, String page) {
        Matcher token = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"")
                .matcher(bench.get(page, cookie).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void isLetInByTheCodeOnceAndOnlyOnce() {
        String path = pathOf(bench.server().entrance().toString());

        RawAnswer first = bench.get(path);
        RawAnswer second = bench.get(path);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("aboveboard-" + bench.port() + "=")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/");
        assertThat(second.header("Set-Cookie")).isEmpty();
        assertThat(second.header("Location")).containsExactly("/login?used");
        assertThat(bench.get("/setup", cookieIn(first)).status()).isEqualTo(200);
    }

    @Test
    void keepsTheCodeForWhoeverLooksAtMoreThanTheHead() {
        String path = pathOf(bench.server().entrance().toString());

        RawAnswer head =
                bench.send("HEAD " + path + " HTTP/1.1\r\nHost: " + bench.host() + "\r\nConnection: close\r\n\r\n");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Set-Cookie")).isEmpty();
        assertThat(bench.get(path).header("Set-Cookie")).hasSize(1);
    }

    @Test
    void makesAnOldCodeWorthlessByANewOne() {
        String old = pathOf(bench.server().entrance().toString());
        bench.server().entrance();

        assertThat(bench.get(old).header("Set-Cookie")).isEmpty();
    }

    @Test
    void isLetInByTheAdminToken() {
        RawAnswer wrong = bench.write("POST", "/login", "token=wrong", FORM);
        RawAnswer right = bench.write("POST", "/login", "token=" + HttpBench.ADMIN, FORM);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("That is not the token.");
        assertThat(right.status()).isEqualTo(303);
        assertThat(right.header("Location")).containsExactly("/setup");
        assertThat(bench.get("/", cookieIn(right)).status()).isEqualTo(200);
        bench.aboveboard().consent().withdraw(Actor.cli());
        assertThat(bench.write("POST", "/login", "token=" + HttpBench.ADMIN, FORM)
                        .header("Location"))
                .containsExactly("/");
    }

    @Test
    void decidesByAFormThatKnowsItsToken() {
        String cookie = cookieIn(enter());
        String token = URLEncoder.encode(formTokenFor(cookie), StandardCharsets.UTF_8);

        assertThat(bench.write("POST", "/decision", "answer=yes", FORM, cookie).status())
                .isEqualTo(403);
        assertThat(bench.write("POST", "/decision", "answer=yes&form_token=guess", FORM, cookie)
                        .status())
                .isEqualTo(403);
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.UNDECIDED);

        RawAnswer taken = bench.write("POST", "/decision", "answer=yes&from=setup&form_token=" + token, FORM, cookie);

        assertThat(taken.status()).isEqualTo(303);
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.GRANTED);
        assertThat(bench.aboveboard()
                        .consent()
                        .history()
                        .get(0)
                        .actor()
                        .surface()
                        .code())
                .isEqualTo("setup");
    }

    @Test
    void decidesThroughTheInterfaceWithTheTokenInAHeader() {
        String cookie = cookieIn(enter());
        String json = "Content-Type: application/json";

        assertThat(bench.write("PUT", "/v1/consent", "{\"granted\":false}", json, cookie)
                        .status())
                .isEqualTo(401);
        assertThat(bench.write(
                                "PUT",
                                "/v1/consent",
                                "{\"granted\":false}",
                                json,
                                cookie,
                                "X-CSRF-Token: " + formTokenFor(cookie))
                        .status())
                .isEqualTo(200);
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.DENIED);
    }

    @Test
    @Fault("E9")
    @Proves(Promise.P14)
    void takesOneRequestEachWayThroughTheInterface() {
        for (String answer : List.of("true", "false")) {
            assertThat(bench.write(
                                    "PUT",
                                    "/v1/consent",
                                    "{\"granted\":" + answer + ",\"actor\":\"7\"}",
                                    "Content-Type: application/json",
                                    "Authorization: Bearer " + HttpBench.ADMIN)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(bench.aboveboard().consent().history())
                .extracting(receipt ->
                        receipt.state() + " " + receipt.actor().surface().code() + " "
                                + receipt.actor().id())
                .containsExactly("GRANTED api 7", "DENIED api 7");
    }

    @Test
    void isForgottenOnSigningOut() {
        String cookie = cookieIn(enter());
        String token = formTokenFor(cookie);

        RawAnswer out = bench.write("POST", "/logout", "form_token=" + token, FORM, cookie);

        assertThat(out.header("Set-Cookie")).singleElement().asString().contains("Max-Age=0");
        assertThat(bench.get("/", cookie).header("Location")).containsExactly("/login");
    }

    @Test
    void asksUntilSomebodyHasDecidedAndThenSaysWhatWasDecided() {
        String cookie = cookieIn(enter());

        assertThat(bench.get("/setup", cookie).body()).contains("Yes, share product events", "No, share none");
        bench.aboveboard().consent().withdraw(Actor.cli());

        assertThat(bench.get("/setup", cookie).body())
                .contains("Always sent", "The decision is no.", "Yes, share product events")
                .doesNotContain("No, share none");
    }

    @Test
    @Fault("E9")
    @Proves(Promise.P14)
    void takesItsReceiptsAlongInTheFormThatCanBeCheckedElsewhere() {
        bench.aboveboard().consent().grant(Actor.cli());
        String cookie = cookieIn(enter());

        RawAnswer export = bench.get("/download/receipts.json", cookie);

        assertThat(export.header("Content-Disposition")).containsExactly("attachment; filename=\"receipts.json\"");
        assertThat(export.body())
                .contains(ConsentExport.FORMAT, "how_to_verify", "\"broken_at\": null")
                .contains(bench.aboveboard().consent().history().get(0).hash());
    }

    @Test
    void forgetsWhatWasSentAndNothingElse() {
        bench.aboveboard().flush(Duration.ofMinutes(1));
        String cookie = cookieIn(enter());

        assertThat(forget(cookie, "what=sent").status()).isEqualTo(303);

        assertThat(bench.aboveboard().transparency().sent(10)).isEmpty();
        assertThat(bench.aboveboard().transparency().status().firstSeenSentAt()).isNotNull();
    }

    @Test
    void forgetsEverything() {
        bench.aboveboard().consent().grant(Actor.cli());
        bench.aboveboard().flush(Duration.ofMinutes(1));
        InstallId before = bench.aboveboard().transparency().status().installId();
        String cookie = cookieIn(enter());

        assertThat(forget(cookie, "what=everything").status()).isEqualTo(303);

        assertThat(bench.aboveboard().consent().history()).isEmpty();
        assertThat(bench.aboveboard().consent().current().state()).isEqualTo(State.UNDECIDED);
        assertThat(bench.aboveboard().transparency().status().installId()).isNotEqualTo(before);
    }

    @Test
    void forgetsNothingForAForeignForm() {
        bench.aboveboard().flush(Duration.ofMinutes(1));
        String cookie = cookieIn(enter());

        assertThat(bench.write("POST", "/forget", "what=everything", FORM, cookie)
                        .status())
                .isEqualTo(403);
        assertThat(bench.write("POST", "/forget", "what=everything", FORM).header("Location"))
                .containsExactly("/login");
        assertThat(forget(cookie, "what=else").status()).isEqualTo(400);
        assertThat(bench.aboveboard().transparency().sent(10)).isNotEmpty();
    }

    private RawAnswer forget(String cookie, String wish) {
        String token = URLEncoder.encode(formTokenFor(cookie, "/forget"), StandardCharsets.UTF_8);
        return bench.write("POST", "/forget", wish + "&form_token=" + token, FORM, cookie);
    }
}
