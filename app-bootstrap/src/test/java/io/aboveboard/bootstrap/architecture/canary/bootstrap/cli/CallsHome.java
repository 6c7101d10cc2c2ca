package io.aboveboard.bootstrap.architecture.canary.bootstrap.cli;

import java.net.http.HttpClient;

/** Has an HTTP client of its own. */
public final class CallsHome {
    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
