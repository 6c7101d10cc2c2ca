package io.aboveboard.testkit.loki;

import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A Loki on loopback that holds entries to Loki's own rules: 204 where all was stored; 400 where some was not, though what
 * was valid stays stored, and nobody is told which; 413, 422 and 429 where nothing was. It answers in Loki's words, and
 * dates its answers by the clock it is given.
 *
 * <p>Thread-safe. Runs on daemon threads; whoever starts it closes it.
 */
public final class FakeLoki implements AutoCloseable {
    private final LokiStore store;
    private final RecordingOtlpReceiver receiver;

    private FakeLoki(int port, InstantSource clock) {
        store = new LokiStore(clock);
        receiver = RecordingOtlpReceiver.startOn(port, clock, store::judge);
    }

    /**
     * Starts one on a free port.
     *
     * @param clock what it takes for now
     * @return the running Loki
     * @throws UncheckedIOException if there is no port to be had
     */
    public static FakeLoki start(InstantSource clock) {
        return new FakeLoki(0, clock);
    }

    /**
     * Where to send to, without the path of the signal.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public URI baseEndpoint() {
        return receiver.baseEndpoint();
    }

    /**
     * Changes what it takes, from the next request on.
     *
     * @param limits the limits
     */
    public void limit(LokiLimits limits) {
        store.limit(limits);
    }

    /**
     * Refuses the next request whole, as an overloaded Loki does; it sets no {@code Retry-After}.
     *
     * @param overload in which way it is overloaded
     */
    public void refuseNext(LokiOverload overload) {
        receiver.answerNext(LokiAnswers.overloaded(overload));
    }

    /**
     * Scripts the answers to the next requests, of which then nothing is stored.
     *
     * @param answers one for each request
     */
    public void answerNext(OtlpAnswer... answers) {
        receiver.answerNext(answers);
    }

    /**
     * What it stored.
     *
     * @return a copy, in the order of arrival
     */
    public List<LokiEntry> entries() {
        return store.entries();
    }

    /**
     * What it did not store of the requests that it judged.
     *
     * @return a copy, in the order of arrival
     */
    public List<Discarded> discarded() {
        return store.discarded();
    }

    /**
     * How many streams it has.
     *
     * @return the number
     */
    public int streams() {
        return store.streams();
    }

    /**
     * All requests so far.
     *
     * @return a copy, in the order in which they were complete
     */
    public List<ReceivedRequest> requests() {
        return receiver.requests();
    }

    /**
     * Waits until there are so many requests.
     *
     * @param count at least how many
     * @param timeout how long at most
     * @return all requests then
     * @throws AssertionError if they did not come in time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public List<ReceivedRequest> awaitRequests(int count, Duration timeout) throws InterruptedException {
        return receiver.awaitRequests(count, timeout);
    }

    /**
     * How many connections were ever opened.
     *
     * @return the number
     */
    public int connections() {
        return receiver.connections();
    }

    /** Closes the port and all connections; a second time does nothing. What was stored stays readable. */
    @Override
    public void close() {
        receiver.close();
    }
}
