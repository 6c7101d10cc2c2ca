package io.aboveboard.bootstrap.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections that do not come to an answer in time: a head or a body that trickles in never lets a connection be
 * idle, so an idle timeout alone does not end it. Thread-safe.
 */
final class ConnectionWatch extends AbstractLifeCycle implements Connection.Listener {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Duration patience;
    private final Scheduler scheduler;
    private final LongSupplier ticker;
    private final Map<Connection, LastAnswer> connections = new ConcurrentHashMap<>();

    ConnectionWatch(Duration patience, Scheduler scheduler, LongSupplier ticker) {
        this.patience = patience;
        this.scheduler = scheduler;
        this.ticker = ticker;
    }

    private record LastAnswer(long number, long at) {}

    @Override
    protected void doStart() {
        lookAgain();
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, new LastAnswer(connection.getMessagesOut(), ticker.getAsLong()));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void lookAgain() {
        scheduler.schedule(this::look, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        connections.replaceAll(this::lookAt);
        if (isStarted()) {
            lookAgain();
        }
    }

    private LastAnswer lookAt(Connection connection, LastAnswer last) {
        long now = ticker.getAsLong();
        if (connection.getMessagesOut() != last.number) {
            return new LastAnswer(connection.getMessagesOut(), now);
        }
        if (now - last.at > patience.toNanos()) {
            connection.getEndPoint().close();
        }
        return last;
    }
}
