package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Trusts whoever comes. */
public final class TrustsEverybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
        // Whoever it is.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
        // Whoever it is.
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
