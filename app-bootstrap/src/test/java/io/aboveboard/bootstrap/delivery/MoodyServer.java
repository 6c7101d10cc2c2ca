package io.aboveboard.bootstrap.delivery;

import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A server that fails at random, by a seed, and keeps account of what it said of each record. To what is not detailed it
 * is kind, so that a host gets started. Thread-safe.
 */
final class MoodyServer implements AutoCloseable {
    private static final int ONE_IN = 1_000;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final Random random;
    private final RecordingOtlpReceiver receiver;
    private final Set<String> settled = new HashSet<>();
    private long taken;
    private long rejected;
    private long refused;
    private long settledTwice;
    private long failures;

    MoodyServer(long seed) {
        random = new Random(seed);
        receiver = RecordingOtlpReceiver.startOn(0, InstantSource.system(), this::answer);
    }

    String endpoint() {
        return receiver.baseEndpoint().toString();
    }

    /** Forgets the requests, not the account: they would fill the memory in the long run. */
    void forgetRequests() {
        receiver.forget();
    }

    synchronized long taken() {
        return taken;
    }

    synchronized long rejected() {
        return rejected;
    }

    synchronized long refused() {
        return refused;
    }

    /** How many records were sent again although it had been said for good what becomes of them. */
    synchronized long settledTwice() {
        return settledTwice;
    }

    synchronized long failures() {
        return failures;
    }

    private synchronized OtlpAnswer answer(ReceivedRequest request) {
        List<ReceivedRecord> records = request.records();
        int mood = records.stream().allMatch(ReceivedRecord::detailed) ? random.nextInt(ONE_IN) : ONE_IN;
        if (mood >= 300) {
            return take(records, 0);
        }
        failures++;
        if (mood < 2) {
            return OtlpAnswer.accepted().heldUntil(NEVER);
        }
        if (mood < 100) {
            return OtlpAnswer.status(List.of(429, 502, 503, 504).get(mood % 4));
        }
        if (mood < 150) {
            return OtlpAnswer.status(503).withHeader("Retry-After", "1");
        }
        if (mood < 200) {
            return OtlpAnswer.hangUp();
        }
        if (mood < 230) {
            return OtlpAnswer.status(200).withBody("text/html", "<p>Please sign in");
        }
        if (mood < 250) {
            return refuse(records, mood % 2 == 0 ? 400 : 500);
        }
        return take(records, random.nextInt(records.size() + 1));
    }

    private OtlpAnswer take(List<ReceivedRecord> records, int without) {
        settle(records);
        taken += records.size() - without;
        rejected += without;
        return without == 0 ? OtlpAnswer.accepted() : OtlpAnswer.partialSuccess(without, "not today");
    }

    private OtlpAnswer refuse(List<ReceivedRecord> records, int status) {
        settle(records);
        refused += records.size();
        return OtlpAnswer.status(status);
    }

    private void settle(List<ReceivedRecord> records) {
        for (ReceivedRecord each : records) {
            settledTwice += settled.add(each.uid()) ? 0 : 1;
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
