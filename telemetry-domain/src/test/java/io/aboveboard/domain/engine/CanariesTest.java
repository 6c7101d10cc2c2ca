package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.PropertyValue.Text;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.privacy.MachineNames;
import io.aboveboard.domain.privacy.OwnCode;
import io.aboveboard.domain.privacy.Privacy;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts something private into everything a caller can hand in, and looks for it in the records as they were encoded. */
class CanariesTest {
    private static final UserId USER = UserId.of(42);

    private final Bench bench = new Bench();
    private Engine engine;

    static List<String> canaries() {
        return List.of(
                "canary@example.org",
                "/home/canary",
                "C:\\Users\\canary",
                "canaryhost",
                "canaryuser",
                "203.0.113.77",
                "2001:db8::c0de:77",
                "02:00:5e:10:00:77",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.Y2FuYXJ5",
                "AKIACANARYCANARY7777",
                "password=canary77",
                "https://example.org/x?canary=77",
                "https://canary:77@example.org",
                "4111 1111 1111 1111",
                "DE89370400440532013000",
                "+43 660 7777777",
                "Bearer canary77canary77",
                "-----BEGIN PRIVATE KEY-----canary");
    }

    @BeforeEach
    void startOnAMachineWithNames() {
        bench.privacy = new Privacy(
                MachineNames.of(List.of("canaryhost"), List.of("canaryuser")),
                OwnCode.in(List.of("io.aboveboard.domain.engine")));
        engine = bench.granted();
    }

    @AfterEach
    void findsNoCanaryInAnyRecordAsItWasEncoded() {
        settled(engine);
        assertThat(bench.sink.records()).hasSizeGreaterThan(3);
        assertThat(bench.sink.wire())
                .extracting(record -> new String(record.bytes(), StandardCharsets.UTF_8))
                .allSatisfy(bytes -> assertThat(bytes)
                        .doesNotContainIgnoringCase("canary", "203.0.113", "c0de:77", "5e:10", "777777", "eyJ")
                        .doesNotContain("4111 1111", "41111111", "0532013000"));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    @Proves(Promise.P11)
    @Fault("I1")
    void inValues(String canary) {
        engine.telemetry().track("a.b", USER, Map.of("detail", canary, "text", "before " + canary));
        engine.telemetry().identify(USER, Map.of("role", canary));
        engine.ingest().record(List.of(new Arrival("1", "c.d", USER, null, Map.of("detail", canary), null)));
        settled(engine);
        assertThat(bench.heard.replaced).hasSize(1).containsValue(4L);
        assertThat(bench.heard.lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("canaries")
    @Proves(Promise.P11)
    @Fault("I1")
    void inKeys(String canary) {
        engine.telemetry().track("a.b", USER, Map.of(canary, "x", "of." + canary, 1));
        settled(engine);
        assertThat(bench.heard.lost.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("canaries")
    @Proves(Promise.P11)
    @Fault("I1")
    void inTheContextOfARequest(String canary) {
        engine.telemetry().trackPageView(USER, RequestContext.ofPath(canary));
        engine.telemetry().trackPageView(USER, new RequestContext("/files/" + canary, canary, "x " + canary, null));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    @Proves(Promise.P11)
    @Fault("I1")
    void inMapsAndListsAndArraysWithinValues(String canary) {
        Map<String, Object> nested =
                Map.of("map", Map.of("k", canary), "list", List.of(canary), "array", new String[] {canary});
        engine.telemetry().track("a.b", USER, nested);
        settled(engine);
        assertThat(bench.heard.lost).isEqualTo(Map.of(PropertyLoss.UNSUPPORTED_VALUE, 3L));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    @Proves(Promise.P11)
    @Fault("I1")
    void inMessagesAndCausesAndStacksOfExceptions(String canary) {
        PropertyKey<Throwable> cause = PropertyKey.ofError("cause");
        Throwable error = failureTelling(canary);
        engine.telemetry().track(Event.named("a.b").with(cause), USER, p -> p.put(cause, error));
        engine.telemetry().track("a.b", USER, Map.of("cause", error));
        settled(engine);
        assertThat(bench.sink.records("a.b"))
                .hasSize(2)
                .extracting(record -> record.attributes().get("cause"))
                .allSatisfy(told -> assertThat(((Text) told).value())
                        .startsWith(
                                "java.io.UncheckedIOException at io.aboveboard.domain.engine.CanariesTest.failureTelling(")
                        .endsWith("), by java.io.IOException"));
        assertThat(bench.heard.lost).isEmpty();
    }

    private static Throwable failureTelling(String canary) {
        IOException inner = new IOException(canary);
        inner.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("loader " + canary, "module " + canary, "1", "other.Code", "run", canary, 1)
        });
        Throwable error = new UncheckedIOException(canary, inner);
        error.addSuppressed(new IllegalStateException(canary));
        return error;
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void underKeysThatNamePersonalData() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key :
                List.of("email", "user_name", "clientIP", "X-Auth-Token", "password", "full.name", "hostname")) {
            properties.put(key, "canary");
        }
        engine.telemetry().track("a.b", USER, properties);
        settled(engine);
        assertThat(bench.heard.lost).isEqualTo(Map.of(PropertyLoss.PERSONAL, 7L));
    }

    @Test
    @Proves(Promise.P11)
    @Fault("I1")
    void atTheEdgeOfWhatIsKeptOfAText() {
        for (int before = 990; before < 1030; before++) {
            String text = "x".repeat(before) + " canary@example.org and canaryhost";
            engine.telemetry().track("a.b", USER, Map.of("text", text));
            engine.telemetry().trackPageView(USER, RequestContext.ofPath(text));
        }
    }
}
