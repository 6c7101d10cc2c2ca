package io.aboveboard.bootstrap.http;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * The server behind a {@link Door}. All its threads are daemons; closing it takes a second at most and gives the address
 * back. A body is read whole before a thread is spent on it, so that slow callers cost none. Thread-safe; whoever opens it
 * closes it.
 */
public final class LocalServer implements AutoCloseable {
    private static final Duration STOP_WAIT = Duration.ofSeconds(1);

    private final Server server;
    private final Door door;
    private final HttpInterface http;

    private LocalServer(Server server, Door door, HttpInterface http) {
        this.server = server;
        this.door = door;
        this.http = http;
    }

    /**
     * Lets callers in.
     *
     * @param door where they come in; closed with the server
     * @param services what they can have
     * @param ticker monotonic nanoseconds
     * @return the server
     * @throws DoorException if it cannot be started
     */
    public static LocalServer open(Door door, Services services, LongSupplier ticker) {
        return open(door, services, ticker, HttpLimits.DEFAULT);
    }

    static LocalServer open(Door door, Services services, LongSupplier ticker, HttpLimits limits) {
        HttpInterface http = HttpInterface.behind(door, services, ticker, limits);
        LocalServer opened = new LocalServer(serverOf(door, http, ticker, limits), door, http);
        opened.start();
        return opened;
    }

    /** Jetty declares that anything can be thrown; what is, is wrapped. */
    private void start() {
        try {
            server.start();
        } catch (Exception failed) {
            close();
            throw new DoorException(
                    "the page could not be opened: " + failed.getClass().getName(), new IOException(failed));
        }
    }

    /**
     * Where people find the page. Good for one visit; later ones are known by a cookie.
     *
     * @return the address, with a code that lets in once unless nobody needs one
     */
    public URI entrance() {
        return URI.create(address() + http.entrance());
    }

    /**
     * Where programs find it.
     *
     * @return the address, without a slash at its end
     */
    public String address() {
        return "http://" + door.host() + ":" + door.port();
    }

    private static Server serverOf(Door door, HttpInterface http, LongSupplier ticker, HttpLimits limits) {
        Server server =
                new Server(threads(limits), new ScheduledExecutorScheduler("aboveboard-http-timer", true), null);
        server.setStopTimeout(STOP_WAIT.toMillis());
        server.setErrorHandler(new PlainErrors());
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        server.addConnector(connector(server, door, ticker, limits));
        server.setHandler(http.guarded(new WholeBodies(limits.bodyBytes(), servlets(http))));
        return server;
    }

    private static QueuedThreadPool threads(HttpLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads(), 2);
        threads.setName("aboveboard-http");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        return threads;
    }

    private static ServerConnector connector(Server server, Door door, LongSupplier ticker, HttpLimits limits) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration(limits)));
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.addBean(new ConnectionWatch(limits.request(), server.getScheduler(), ticker));
        try {
            connector.open(door.channel());
        } catch (IOException failed) {
            throw new DoorException("the address could not be listened on", failed);
        }
        return connector;
    }

    private static HttpConfiguration configuration(HttpLimits limits) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(limits.headerBytes());
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        configuration.setMaxErrorDispatches(0);
        return configuration;
    }

    private static Handler servlets(HttpInterface http) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setErrorHandler(new PlainErrors());
        context.addServletContainerInitializer(
                (Set<Class<?>> none, ServletContext servlets) -> http.register(servlets));
        return context;
    }

    /** Jetty declares that anything can be thrown; by then the address is given back all the same. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception stoppedAnyway) {
            System.getLogger("io.aboveboard.http")
                    .log(System.Logger.Level.DEBUG, "the page was not closed in good order", stoppedAnyway);
        }
        door.close();
    }
}
