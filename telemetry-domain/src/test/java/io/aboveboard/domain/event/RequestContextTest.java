package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestContextTest {
    @ParameterizedTest
    @CsvSource({
        "/a?token=canary, /a",
        "/a#canary, /a",
        "/a;jsessionid=canary, /a",
        "/a?b#c;d, /a",
        "/a#b?c, /a",
        "/a;b?c#d, /a",
        "'?canary', ''",
        "/plain, /plain"
    })
    @Proves(Promise.P11)
    void cutsQueryFragmentAndParametersOffThePath(String given, String kept) {
        assertThat(RequestContext.ofPath(given).path()).isEqualTo(kept);
    }

    @Test
    void namesItsPartsInTheOrderOfSending() {
        assertThat(new RequestContext("/p", "Firefox", "desktop", "Linux").parts())
                .containsExactly(
                        Map.entry("pathname", "/p"),
                        Map.entry("browser", "Firefox"),
                        Map.entry("device_type", "desktop"),
                        Map.entry("os", "Linux"));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(RequestContext.none().parts()).isEmpty();
        assertThat(RequestContext.ofPath(null).parts()).isEmpty();
        assertThat(new RequestContext("", " ", null, "Linux").parts()).containsExactly(Map.entry("os", "Linux"));
    }

    @Test
    @Fault("C23")
    void makesItsPartsFitForTheWire() {
        RequestContext context = new RequestContext("/a\u0000b", "x\uD800", "a\r\nb", "\u001B[31m");
        assertThat(context.parts().values()).containsExactly("/a b", "x\uFFFD", "a  b", " [31m");
    }

    @Test
    @Fault("C22")
    void keepsOfItsPartsNoMoreThanIsLookedAt() {
        String endless = "/" + "x".repeat(300_000);
        assertThat(new RequestContext(endless, endless, endless, endless)
                        .parts()
                        .values())
                .hasSize(4)
                .allSatisfy(part -> assertThat(part).hasSize(PropertyRules.MAX_RAW_LENGTH));
    }
}
