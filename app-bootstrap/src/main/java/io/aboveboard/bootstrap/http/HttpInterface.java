package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.http.access.Gatekeeper;
import io.aboveboard.bootstrap.http.access.ProgramFilter;
import io.aboveboard.bootstrap.http.access.Sessions;
import io.aboveboard.bootstrap.http.api.ConsentServlet;
import io.aboveboard.bootstrap.http.api.RequestBody;
import io.aboveboard.bootstrap.http.api.StatusServlet;
import io.aboveboard.bootstrap.http.guard.FloodFilter;
import io.aboveboard.bootstrap.http.guard.HostFilter;
import io.aboveboard.bootstrap.http.guard.HostNames;
import io.aboveboard.bootstrap.http.guard.ShelterFilter;
import io.aboveboard.bootstrap.http.guard.TokenBucket;
import io.aboveboard.bootstrap.http.guard.WriteFilter;
import io.aboveboard.bootstrap.http.ingest.EventsServlet;
import io.aboveboard.bootstrap.http.ingest.LogsServlet;
import io.aboveboard.bootstrap.http.page.AssetServlet;
import io.aboveboard.bootstrap.http.page.DecisionServlet;
import io.aboveboard.bootstrap.http.page.DownloadServlet;
import io.aboveboard.bootstrap.http.page.EntryServlet;
import io.aboveboard.bootstrap.http.page.ForgetServlet;
import io.aboveboard.bootstrap.http.page.LoginServlet;
import io.aboveboard.bootstrap.http.page.LogoutServlet;
import io.aboveboard.bootstrap.http.page.OverviewServlet;
import io.aboveboard.bootstrap.http.page.PersonFilter;
import io.aboveboard.bootstrap.http.page.RefusalPage;
import io.aboveboard.bootstrap.http.page.SendServlet;
import io.aboveboard.bootstrap.http.page.SetupServlet;
import io.aboveboard.bootstrap.http.page.SilentServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Handler;

/**
 * The page and the interface for programs, as servlets behind filters. Our own server registers them, and so can any
 * servlet container of a Java host. Thread-safe.
 */
public final class HttpInterface {
    /** Exactly the root of the context. */
    private static final String HOME = "";

    private static final int GUESSES = 10;
    private static final double GUESSES_PER_SECOND = 1 / 6.0;

    private final Services services;
    private final HostNames names;
    private final HttpLimits limits;
    private final Sessions sessions;
    private final Gatekeeper gatekeeper;
    private final TokenBucket requests;
    private boolean isGuarded;

    private HttpInterface(Services services, HostNames names, LongSupplier ticker, HttpLimits limits) {
        this.services = services;
        this.names = names;
        this.limits = limits;
        this.sessions = new Sessions(ticker);
        this.gatekeeper =
                new Gatekeeper(services.keys(), sessions, () -> new TokenBucket(GUESSES, GUESSES_PER_SECOND, ticker));
        this.requests = new TokenBucket(limits.burst(), limits.perSecond(), ticker);
    }

    /**
     * For the container of a host.
     *
     * @param services what callers can have
     * @param names the names under which the container is called
     * @param ticker monotonic nanoseconds
     * @return the interface, to be registered
     */
    public static HttpInterface of(Services services, HostNames names, LongSupplier ticker) {
        return new HttpInterface(services, names, ticker, HttpLimits.DEFAULT);
    }

    static HttpInterface behind(Door door, Services services, LongSupplier ticker, HttpLimits limits) {
        HostNames names = HostNames.of(door.host(), door.port(), door.config().allowedHosts());
        return new HttpInterface(services, names, ticker, limits);
    }

    /** Puts in front what can turn away by the head of a request alone; what came through is not counted again. */
    Handler guarded(Handler next) {
        isGuarded = true;
        return new HeadGuard(names, requests, gatekeeper, next);
    }

    /**
     * Where people come in: with a code that is good for one visit, unless everybody may come in.
     *
     * @return path and query
     */
    public String entrance() {
        return services.isSilenced() ? "/" : "/enter?code=" + sessions.invite();
    }

    /**
     * Registers filters and servlets.
     *
     * @param context where, before it is started
     */
    public void register(ServletContext context) {
        filter(context, new ShelterFilter(new Answers(new RefusalPage(services.transparency()))), "/*");
        filter(context, new HostFilter(names), "/*");
        if (!isGuarded) {
            filter(context, new FloodFilter(requests), "/*");
        }
        filter(context, new WriteFilter(), "/*");
        filter(context, new ProgramFilter(gatekeeper), "/v1/*");
        RequestBody bodies = new RequestBody(limits.bodyBytes());
        servlet(context, new StatusServlet(services.transparency()), "/v1/status");
        servlet(context, new ConsentServlet(services.consent(), bodies, services.isSilenced()), "/v1/consent");
        servlet(context, new EventsServlet(services.ingest(), bodies), "/v1/events");
        servlet(context, new LogsServlet(services.ingest(), bodies), "/v1/logs");
        pages(context);
        servlet(context, new AssetServlet(), "/assets/*");
        servlet(context, new NothingServlet(), "/");
    }

    private void pages(ServletContext context) {
        DecisionServlet decisions =
                new DecisionServlet(services.transparency(), services.consent(), services.isSilenced());
        servlet(context, decisions, "/decision");
        if (services.isSilenced()) {
            servlet(context, new SilentServlet(services.transparency()), HOME);
            return;
        }
        filter(
                context,
                new PersonFilter(gatekeeper),
                HOME,
                "/setup",
                "/decision",
                "/download/*",
                "/forget",
                "/send",
                "/logout");
        servlet(
                context,
                new OverviewServlet(services.transparency(), services.consent(), InstantSource.system()),
                HOME);
        servlet(context, new SetupServlet(services.transparency(), services.consent()), "/setup");
        servlet(
                context,
                new DownloadServlet(services.transparency(), services.consent(), InstantSource.system()),
                "/download/*");
        servlet(context, new ForgetServlet(services.transparency(), services.erasure()), "/forget");
        servlet(context, new SendServlet(services.sendNow()), "/send");
        servlet(context, new EntryServlet(gatekeeper, services.transparency()), "/enter");
        servlet(context, new LoginServlet(gatekeeper, services.transparency()), "/login");
        servlet(context, new LogoutServlet(gatekeeper), "/logout");
    }

    private static void filter(ServletContext context, Filter filter, String... paths) {
        context.addFilter(filter.getClass().getSimpleName(), filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, paths);
    }

    private static void servlet(ServletContext context, Servlet servlet, String... paths) {
        context.addServlet(servlet.getClass().getSimpleName(), servlet).addMapping(paths);
    }
}
