package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.http.access.Gatekeeper;
import io.aboveboard.bootstrap.http.guard.FloodFilter;
import io.aboveboard.bootstrap.http.guard.HostFilter;
import io.aboveboard.bootstrap.http.guard.HostNames;
import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.http.guard.TokenBucket;
import io.aboveboard.domain.annotation.Nullable;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Turns away by the head of a request alone, before anything of its body is read: who calls us by a foreign name, who
 * comes too often, and who brings much without having shown the token that is demanded. Thread-safe.
 */
final class HeadGuard extends Handler.Wrapper {
    private static final Refusal TOO_LARGE = Refusal.of(413, "too_large", "nothing there takes so large a body");

    private final HostNames names;
    private final TokenBucket requests;
    private final Gatekeeper gatekeeper;

    HeadGuard(HostNames names, TokenBucket requests, Gatekeeper gatekeeper, Handler next) {
        super(next);
        this.names = names;
        this.requests = requests;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Refusal refusal = refusalOf(request);
        if (refusal == null) {
            return super.handle(request, response, callback);
        }
        PlainErrors.write(refusal, request, response, callback);
        return true;
    }

    private @Nullable Refusal refusalOf(Request request) {
        if (!names.areMeant(request.getHeaders().getValuesList(HttpHeader.HOST))) {
            return HostFilter.FOREIGN;
        }
        long seconds = requests.take();
        if (seconds > 0) {
            return FloodFilter.refusal(seconds);
        }
        return WholeBodies.isLarge(request) ? refusalOfMuch(request) : null;
    }

    private @Nullable Refusal refusalOfMuch(Request request) {
        if (!Request.getPathInContext(request).startsWith("/v1/")) {
            return TOO_LARGE;
        }
        try {
            String shown = request.getHeaders().get(HttpHeader.AUTHORIZATION);
            return gatekeeper.mayBringMuch(Request.getRemoteAddr(request), shown) ? null : Gatekeeper.UNAUTHORIZED;
        } catch (RefusedException tooManyGuesses) {
            return tooManyGuesses.refusal();
        }
    }
}
