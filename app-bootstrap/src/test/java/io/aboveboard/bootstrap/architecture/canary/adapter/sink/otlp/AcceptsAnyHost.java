package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import javax.net.ssl.HttpsURLConnection;

/** Takes the certificate of any host for that of the one it asked. */
public final class AcceptsAnyHost {
    void accept(HttpsURLConnection connection) {
        connection.setHostnameVerifier((host, session) -> true);
    }
}
