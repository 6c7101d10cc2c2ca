package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/** What happens once nobody needs a client any more: before Java 21 it ends when it is collected. */
final class Collected {
    private static final int MOST_ROUNDS = 200;

    private Collected() {}

    /** A client that cannot be closed hangs up on those only that it can use again. */
    static void requireThatClientsCanBeClosed() {
        if (Runtime.version().feature() < 21) {
            String reason = "skipped, because the client of this Java cannot be closed";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
    }

    /** Whether this comes true within some seconds. */
    static boolean comesTrue(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < MOST_ROUNDS && !condition.getAsBoolean(); i++) {
            System.gc();
            assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        return condition.getAsBoolean();
    }
}
