package io.aboveboard.bootstrap.http.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P11)
class UserAgentsTest {
    private static final UserAgents AGENTS = new UserAgents();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
                        + " Mobile/15E148 Safari/604.1 | Mobile Safari | mobile | iOS",
                "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6"
                        + " Mobile/15E148 Safari/604.1 | Mobile Safari | tablet | iOS",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile"
                        + " Safari/537.36 | Chrome Mobile | mobile | Android",
                "Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0"
                        + " Safari/537.36 | Chrome | tablet | Android",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | Googlebot | bot | -",
                "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0 | Firefox | desktop | Linux",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5"
                        + " Safari/605.1.15 | Safari | desktop | Mac OS X",
                "nothing that anybody knows | - | other | -"
            })
    void tellsTheFamilyTheKindOfDeviceAndTheSystem(
            String agent, @Nullable String family, String device, @Nullable String os) {
        assertThat(AGENTS.context("/p", agent)).isEqualTo(new RequestContext("/p", family, device, os));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void tellsNothingWhereNothingIsSaid(@Nullable String agent) {
        assertThat(AGENTS.context("/p", agent)).isEqualTo(RequestContext.ofPath("/p"));
    }

    @Test
    void looksAtNoMoreThanTheBeginning() {
        String firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";

        assertThat(AGENTS.context("/p", firefox + " x".repeat(10_000)))
                .isEqualTo(new RequestContext("/p", "Firefox", "desktop", "Linux"));
        assertThat(AGENTS.context("/p", " ".repeat(1) + "x".repeat(512) + firefox)
                        .browser())
                .isNull();
    }

    @Test
    void forgetsNamesRatherThanToGrow() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(AGENTS.context("/p", "unknown-" + i).device()).isEqualTo("other");
        }
    }
}
