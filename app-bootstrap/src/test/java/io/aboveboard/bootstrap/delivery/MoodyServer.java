package io.aboveboard.bootstrap.delivery;

import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private final Map<String, Fate> fates = new HashMap<>();
    private long repeated;
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

    /** What it said of a record. */
    enum Fate {
        TAKEN,
        REJECTED,
        REFUSED
    }

    /** Of how many records it said that last. */
    synchronized long count(Fate fate) {
        return fates.values().stream().filter(fate::equals).count();
    }

    /** How many records came again though it had said what becomes of them: the answer did not arrive in time. */
    synchronized long repeated() {
        return repeated;
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
        settle(records.subList(0, without), Fate.REJECTED);
        settle(records.subList(without, records.size()), Fate.TAKEN);
        return without == 0 ? OtlpAnswer.accepted() : OtlpAnswer.partialSuccess(without, "not today");
    }

    private OtlpAnswer refuse(List<ReceivedRecord> records, int status) {
        settle(records, Fate.REFUSED);
        return OtlpAnswer.status(status);
    }

    private void settle(List<ReceivedRecord> records, Fate fate) {
        for (ReceivedRecord each : records) {
            repeated += fates.put(each.uid(), fate) == null ? 0 : 1;
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
