package io.aboveboard.testkit.otlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/**
 * An OTLP/HTTP receiver on loopback that keeps what it gets: protobuf and JSON, compressed or not. Where nothing is
 * scripted it behaves as a receiver should: 200 for what it could decode, 400 for what it could not, 404 for a path that
 * does not end in {@code /v1/logs}. A request is recorded before it is answered, whatever the answer.
 *
 * <p>Thread-safe. Runs on daemon threads; whoever starts it closes it.
 */
public final class RecordingOtlpReceiver implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ConnectionLoop connections;
    private final Journal journal = new Journal();
    private final Script script;
    private final InstantSource clock;

    private RecordingOtlpReceiver(
            ServerSocket server, InstantSource clock, Function<ReceivedRequest, OtlpAnswer> judge) {
        this.connections = new ConnectionLoop(server, this::serve);
        this.clock = clock;
        this.script = new Script(judge);
    }

    /**
     * Starts a receiver on a free port.
     *
     * @return the running receiver
     * @throws UncheckedIOException if there is no port to be had
     */
    public static RecordingOtlpReceiver start() {
        return startOn(0);
    }

    /**
     * Starts a receiver on a port, such as that of one closed before: a server that comes back.
     *
     * @param port the port, or 0 for a free one
     * @return the running receiver
     * @throws UncheckedIOException if the port is taken
     */
    public static RecordingOtlpReceiver startOn(int port) {
        return startOn(port, InstantSource.system(), RecordingOtlpReceiver::acknowledge);
    }

    /**
     * Starts a receiver with a mind of its own.
     *
     * @param port the port, or 0 for a free one
     * @param clock dates requests and answers
     * @param judge answers each export of logs for which nothing is scripted, one that could not be decoded included
     * @return the running receiver
     * @throws UncheckedIOException if the port is taken
     */
    public static RecordingOtlpReceiver startOn(
            int port, InstantSource clock, Function<ReceivedRequest, OtlpAnswer> judge) {
        try {
            ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            RecordingOtlpReceiver receiver = new RecordingOtlpReceiver(server, clock, judge);
            receiver.connections.start();
            return receiver;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /**
     * Where to send to, without the path of the signal.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public URI baseEndpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /**
     * Where to send logs to.
     *
     * @return such as {@code http://127.0.0.1:40123/v1/logs}
     */
    public URI logsEndpoint() {
        return baseEndpoint().resolve("/v1/logs");
    }

    /**
     * The port it listens on.
     *
     * @return the port, also after it was closed
     */
    public int port() {
        return connections.port();
    }

    /**
     * Scripts the answers to the next requests, in order, after those already scripted.
     *
     * @param answers one for each request
     */
    public void answerNext(OtlpAnswer... answers) {
        script.append(List.of(answers));
    }

    /**
     * Scripts the answer to every request from now on, in place of all scripted before.
     *
     * @param answer the answer
     */
    public void answerAlways(OtlpAnswer answer) {
        script.always(answer);
    }

    /**
     * All requests so far.
     *
     * @return a copy, in the order in which they were complete
     */
    public List<ReceivedRequest> requests() {
        return journal.requests();
    }

    /**
     * The records of all requests so far, those that were answered with a refusal or not at all included.
     *
     * @return a copy, in the order of the requests
     */
    public List<ReceivedRecord> records() {
        return journal.records();
    }

    /** Forgets the requests so far, and with them their records: a test that runs for long has no room for all. */
    public void forget() {
        journal.clear();
    }

    /**
     * How many connections were ever opened; silence is zero.
     *
     * @return the number
     */
    public int connections() {
        return connections.accepted();
    }

    /**
     * Waits until there are so many requests.
     *
     * @param count at least how many
     * @param timeout how long at most
     * @return all requests then
     * @throws AssertionError if they did not come in time; it shows those that did
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public List<ReceivedRequest> awaitRequests(int count, Duration timeout) throws InterruptedException {
        journal.awaitRequests(count, timeout);
        return requests();
    }

    /**
     * Waits until there are so many records.
     *
     * @param count at least how many
     * @param timeout how long at most
     * @return all records then
     * @throws AssertionError if they did not come in time; it shows those that did
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public List<ReceivedRecord> awaitRecords(int count, Duration timeout) throws InterruptedException {
        journal.awaitRecords(count, timeout);
        return records();
    }

    /** What an honest receiver says. */
    private static OtlpAnswer acknowledge(ReceivedRequest received) {
        if (!received.problem().isEmpty()) {
            return OtlpAnswer.status(400).withBody("text/plain", received.problem());
        }
        return received.header("Content-Type").startsWith("application/json")
                ? OtlpAnswer.status(200).withBody("application/json", "{}")
                : OtlpAnswer.accepted();
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        HttpRequestReader reader = new HttpRequestReader(socket.getInputStream(), socket.getOutputStream(), clock);
        HttpAnswerWriter writer = new HttpAnswerWriter(socket.getOutputStream(), clock);
        for (HttpRequest http = reader.next(); http != null; http = reader.next()) {
            ReceivedRequest received = RequestDecoder.decode(http);
            journal.add(received);
            OtlpAnswer answer = script.answerTo(http, received);
            answer.awaitGate();
            if (answer.isHangUp()) {
                return;
            }
            writer.write(answer);
        }
    }

    /** Closes the port and all connections; a second time does nothing. What was received stays readable. */
    @Override
    public void close() {
        connections.close();
    }
}
