package io.aboveboard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.consent.Switches.DetailedAnswer;
import io.aboveboard.domain.consent.Switches.Silence;
import io.aboveboard.domain.event.PropertyValue.Text;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.privacy.MachineNames;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AboveboardBuilderTest {
    private static final EnvironmentSwitches QUIET = EnvironmentSwitches.of(Map.of());

    private final CountingSink sink = new CountingSink();

    @Test
    void needsNoMoreThanAName() {
        try (Aboveboard silent = Aboveboard.of("timetracker", "5.10.0")
                .environmentSwitches(QUIET)
                .start()) {
            assertThat(silent.telemetry().track("a.b", UserId.none(), null))
                    .isEqualTo(new Admission.Dropped(DropReason.NO_SINK));
            assertThat(silent.transparency().status().service()).isEqualTo(Service.of("timetracker", "5.10.0"));
            assertThat(silent.transparency().status().baseRefusal()).isEqualTo(RefusalReason.NO_SINK);
        }
    }

    @Test
    void needsAPlaceForTheInstallationWhereThereIsASink() {
        AboveboardBuilder builder = Aboveboard.of("timetracker", "5.10.0")
                .environmentSwitches(QUIET)
                .sink(sink);
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("installation: ");
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void putsTogetherWhatItIsGiven() {
        try (Aboveboard aboveboard = full().build()) {
            aboveboard.consent().grant(Actor.cli());
            aboveboard.telemetry().track("a.b", UserId.of(1), Map.of());
            aboveboard.base().sendFirstSeen();
            assertThat(aboveboard.flush(Duration.ZERO)).isEqualTo(FlushOutcome.Drained.DRAINED);
            Status status = aboveboard.transparency().status();
            assertThat(status.service()).isEqualTo(new Service("timetracker", "5.10.0", "staging", "beta"));
            assertThat(status.consent().receipt()).isNotNull().satisfies(receipt -> {
                assertThat(receipt.terms().textVersion()).isEqualTo("7");
                assertThat(receipt.at()).isEqualTo("2027-06-10T00:00:00Z");
            });
            assertThat(status.nextBeatAt()).isEqualTo("2027-06-10T04:30:00Z");
            assertThat(sink.records).hasValue(3);
        }
        assertThat(sink.closed).hasValue(1);
    }

    @Test
    @Proves(Promise.P11)
    void keepsOutWhatItIsToldOfTheMachineAndTellsOwnFrames() {
        MachineNames names = MachineNames.of(List.of("alma"), List.of("anna", "timetracker"));
        try (Aboveboard aboveboard =
                full().machineNames(names).ownCode("io.aboveboard.domain").build()) {
            aboveboard.consent().grant(Actor.cli());
            Map<String, Object> properties =
                    Map.of("text", "anna on alma, timetracker", "cause", new IOException("canary"));
            aboveboard.telemetry().track("a.b", UserId.of(1), properties);
            aboveboard.flush(Duration.ZERO);
        }
        assertThat(sink.encoded.peekLast().attributes())
                .containsEntry("text", new Text("[user] on [host], timetracker"))
                .extractingByKey("cause")
                .asString()
                .contains("java.io.IOException at io.aboveboard.domain.AboveboardBuilderTest.keepsOut");
    }

    @Test
    void letsTheMostRestrictiveOfCodeAndEnvironmentWin() {
        try (Aboveboard byEnvironment = full().environmentSwitches(EnvironmentSwitches.of(Map.of("DO_NOT_TRACK", "1")))
                .switches(new Switches(Silence.NONE, DetailedAnswer.YES_IF_UNDECIDED))
                .start()) {
            assertThat(byEnvironment.transparency().status().baseRefusal()).isEqualTo(RefusalReason.DO_NOT_TRACK);
        }
        try (Aboveboard byCode = full().environmentSwitches(EnvironmentSwitches.of(Map.of("ENABLE_TELEMETRY", "1")))
                .switches(new Switches(Silence.LAYERS_NONE, DetailedAnswer.UNSET))
                .start()) {
            assertThat(byCode.transparency().status().baseRefusal()).isEqualTo(RefusalReason.LAYERS_NONE);
        }
    }

    @Test
    void showsWhatItDoesNotUnderstandOfTheEnvironment() {
        try (Aboveboard odd = full().environmentSwitches(EnvironmentSwitches.of(Map.of("ENABLE_TELEMETRY", "maybe")))
                .build()) {
            assertThat(odd.transparency().status().warnings())
                    .containsExactly("ENABLE_TELEMETRY is neither yes nor no; it counts as no");
        }
    }

    static List<Consumer<AboveboardBuilder>> unusable() {
        return List.of(
                builder -> builder.heartbeatSpread(Duration.ofNanos(-1)),
                builder -> builder.heartbeatSpread(Duration.ofDays(1)),
                builder -> builder.ownCode("com.acme", ""),
                builder -> builder.queueCapacity(0),
                builder -> builder.queueCapacity(-1),
                builder -> builder.maxAge(Duration.ofHours(1)),
                builder -> builder.deploymentEnvironment(" "),
                builder -> builder.releaseChannel("x".repeat(129)));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesWhatCannotBeUsed(Consumer<AboveboardBuilder> setting) {
        assertThatThrownBy(() -> setting.accept(full()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(spread|events|age|packages|environment|releaseChannel): .*");
    }

    @SuppressWarnings("NullAway")
    static Map<String, Consumer<AboveboardBuilder>> missing() {
        return Map.ofEntries(
                Map.entry("environment", builder -> builder.deploymentEnvironment(null)),
                Map.entry("releaseChannel", builder -> builder.releaseChannel(null)),
                Map.entry("store", builder -> builder.installation(null)),
                Map.entry("box", builder -> builder.outbox(null)),
                Map.entry("target", builder -> builder.sink(null)),
                Map.entry("waker", builder -> builder.scheduler(null)),
                Map.entry("copy", builder -> builder.mirror(null)),
                Map.entry("teller", builder -> builder.notice(null)),
                Map.entry("age", builder -> builder.maxAge(null)),
                Map.entry("listener", builder -> builder.monitor(null)),
                Map.entry("eyes", builder -> builder.probe(null)),
                Map.entry("names", builder -> builder.machineNames(null)),
                Map.entry("fromCode", builder -> builder.switches(null)),
                Map.entry("fromEnvironment", builder -> builder.environmentSwitches(null)),
                Map.entry("version", builder -> builder.consentText(null)),
                Map.entry("localTime", builder -> builder.heartbeatAt(null)),
                Map.entry("spread", builder -> builder.heartbeatSpread(null)),
                Map.entry("localZone", builder -> builder.zone(null)),
                Map.entry("atMost", builder -> builder.closeWait(null)),
                Map.entry("wallClock", builder -> builder.clocks(null, () -> 0)),
                Map.entry("nanoTicker", builder -> builder.clocks(Instant::now, null)));
    }

    @Test
    void namesTheSettingThatIsNull() {
        assertThat(missing())
                .hasSize(21)
                .allSatisfy((name, setting) -> assertThatThrownBy(() -> setting.accept(full()))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage(name));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesToWaitForNoTimeAtAll() {
        try (Aboveboard aboveboard = full().build()) {
            assertThatThrownBy(() -> aboveboard.flush(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("atMost");
        }
    }

    private AboveboardBuilder full() {
        return Aboveboard.of("timetracker", "5.10.0")
                .environmentSwitches(QUIET)
                .deploymentEnvironment("staging")
                .releaseChannel("beta")
                .installation(new InMemoryInstallationStore())
                .sink(sink)
                .consentText("7")
                .heartbeatAt(LocalTime.of(4, 30))
                .heartbeatSpread(Duration.ZERO)
                .zone(ZoneOffset.UTC)
                .queueCapacity(10)
                .closeWait(Duration.ZERO)
                .clocks(() -> Instant.parse("2027-06-10T00:00:00Z"), () -> 0);
    }

    private static final class CountingSink implements TelemetrySink {
        private final Deque<TelemetryRecord> encoded = new ConcurrentLinkedDeque<>();
        private final AtomicInteger records = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public RecordEncoder encoder() {
            return new OneByteEncoder(encoded);
        }

        @Override
        public Delivery deliver(Clearance clearance, Batch batch) {
            records.addAndGet(batch.records().size());
            return () -> Answer.of(new Verdict.Delivered(""));
        }

        @Override
        public SinkDescription describe() {
            return new SinkDescription(true, "https://otlp.example.org", "otlp.example.org", true);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private record OneByteEncoder(Deque<TelemetryRecord> encoded) implements RecordEncoder {
        @Override
        public EncodedRecord encode(TelemetryRecord record) {
            encoded.add(record);
            return new EncodedRecord(record.layer(), record.epoch(), record.uid(), record.occurredAt(), new byte[] {1});
        }

        @Override
        public EncodedRecord restamped(EncodedRecord encoded, Instant at) {
            return new EncodedRecord(encoded.layer(), encoded.epoch(), encoded.uid(), at, encoded.bytes());
        }
    }
}
