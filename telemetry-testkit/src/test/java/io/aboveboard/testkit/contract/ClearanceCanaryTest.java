package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClearanceCanaryTest {
    @Test
    void noticesAnOutboxThatStoresWithoutAskingForTheRightClearance() {
        Sabotage.of(
                "append",
                () -> assertThat(ContractRun.of(CarelessOutboxCase.class).failed())
                        .containsExactly("storesNothingThatTheClearanceDoesNotCover"));
    }

    static class CarelessOutboxCase implements OutboxContract {
        @Override
        public Outbox newOutbox(long maxBytes) {
            Outbox real = new InMemoryOutbox(maxBytes);
            return Sabotage.isOf("append") ? careless(real) : real;
        }

        private static Outbox careless(Outbox real) {
            return (Outbox) Proxy.newProxyInstance(
                    Outbox.class.getClassLoader(),
                    new Class<?>[] {Outbox.class},
                    (proxy, method, arguments) -> method.getName().equals("append")
                            ? appendAnyway(real, arguments[1])
                            : asItIs(real, method, arguments));
        }

        private static Object asItIs(Outbox real, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        private static Stored appendAnyway(Outbox real, Object records) {
            return ((List<?>) records)
                    .stream()
                            .map(EncodedRecord.class::cast)
                            .map(record -> real.append(clearanceFor(record), List.of(record)))
                            .reduce(new Stored(0, 0), CarelessOutboxCase::both);
        }

        private static Stored both(Stored one, Stored other) {
            return new Stored(one.records() + other.records(), one.evicted() + other.evicted());
        }

        private static Clearance clearanceFor(EncodedRecord record) {
            return record.layer() == Layer.BASE ? Clearances.base() : Clearances.detailed(record.epoch());
        }
    }
}
