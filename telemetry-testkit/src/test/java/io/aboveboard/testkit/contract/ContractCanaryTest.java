package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.memory.InMemoryConsentMirror;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.ScheduledBeat;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import io.aboveboard.testkit.fake.ReadableRecordEncoder;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A contract that passes whatever the adapter does is none: each method that does nothing must make it fail. */
class ContractCanaryTest {
    @TestFactory
    Stream<DynamicTest> noticesAMethodThatDoesNothing() {
        return Stream.of(
                        canaries(InstallationStore.class, StoreCase.class),
                        canaries(ConsentLedger.class, LedgerCase.class),
                        canaries(ConsentGate.class, GateCase.class),
                        canaries(ConsentMirror.class, MirrorCase.class),
                        canaries(RecordEncoder.class, EncoderCase.class),
                        canaries(Outbox.class, OutboxCase.class, "close"),
                        canaries(TelemetrySink.class, SinkCase.class),
                        canaries(HeartbeatScheduler.class, SchedulerCase.class),
                        canaries(ScheduledBeat.class, SchedulerCase.class),
                        canaries(PlatformProbe.class, ProbeCase.class))
                .flatMap(each -> each);
    }

    @TestFactory
    Stream<DynamicTest> passesWhatIsSound() {
        return Stream.of(StoreCase.class, LedgerCase.class, MirrorCase.class, EncoderCase.class, OutboxCase.class)
                .map(each -> DynamicTest.dynamicTest(each.getSimpleName(), () -> assertSound(each)));
    }

    private static Stream<DynamicTest> canaries(Class<?> port, Class<?> contract, String... unnoticeable) {
        return Arrays.stream(port.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .filter(name -> !Arrays.asList(unnoticeable).contains(name))
                .map(name -> DynamicTest.dynamicTest(
                        port.getSimpleName() + "." + name, () -> assertNoticed(name, contract)));
    }

    private static void assertNoticed(String method, Class<?> contract) {
        Sabotage.of(method, () -> assertThat(ContractRun.of(contract).failed()).isNotEmpty());
    }

    private static void assertSound(Class<?> contract) {
        ContractRun run = ContractRun.of(contract);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).isPositive();
    }

    static class StoreCase implements InstallationStoreContract {
        private final InstallationStore store =
                Sabotage.apply(InstallationStore.class, new InMemoryInstallationStore());

        @Override
        public InstallationStore store() {
            return store;
        }

        @Override
        public InstallationStore anotherStore() {
            return store;
        }
    }

    static class LedgerCase implements ConsentLedgerContract {
        private final ConsentLedger ledger =
                Sabotage.apply(ConsentLedger.class, new InMemoryInstallationStore().ledger());

        @Override
        public ConsentLedger ledger() {
            return ledger;
        }

        @Override
        public ConsentLedger anotherLedger() {
            return ledger;
        }
    }

    static class GateCase extends InProcessConsentGateContractTest {
        @Override
        public ConsentGate gate(Duration patience) {
            return Sabotage.apply(ConsentGate.class, super.gate(patience));
        }
    }

    static class MirrorCase implements ConsentMirrorContract {
        private final ConsentMirror mirror = Sabotage.apply(ConsentMirror.class, new InMemoryConsentMirror());

        @Override
        public ConsentMirror mirror() {
            return mirror;
        }
    }

    static class EncoderCase implements RecordEncoderContract {
        private final RecordEncoder encoder = Sabotage.apply(RecordEncoder.class, new ReadableRecordEncoder());

        @Override
        public RecordEncoder encoder() {
            return encoder;
        }
    }

    static class OutboxCase implements OutboxContract {
        @Override
        public Outbox newOutbox(long maxBytes) {
            return Sabotage.apply(Outbox.class, new InMemoryOutbox(maxBytes));
        }
    }

    static class SinkCase extends RecordingTelemetrySinkContractTest {
        private final TelemetrySink accepted = Sabotage.apply(TelemetrySink.class, super.acceptedSink());

        @Override
        public TelemetrySink acceptedSink() {
            return accepted;
        }
    }

    static class SchedulerCase extends ManualHeartbeatSchedulerContractTest {
        @Override
        public HeartbeatScheduler scheduler() {
            return Sabotage.apply(HeartbeatScheduler.class, this::schedule);
        }

        private ScheduledBeat schedule(BeatSchedule schedule, Runnable beat) {
            return Sabotage.apply(ScheduledBeat.class, super.scheduler().schedule(schedule, beat));
        }
    }

    static class ProbeCase implements PlatformProbeContract {
        @Override
        public PlatformProbe probe() {
            return Sabotage.apply(PlatformProbe.class, new FixedPlatformProbe());
        }
    }
}
