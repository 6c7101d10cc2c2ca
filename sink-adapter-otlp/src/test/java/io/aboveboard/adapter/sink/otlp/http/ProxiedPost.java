package io.aboveboard.adapter.sink.otlp.http;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.config.ProxySettings;
import io.aboveboard.adapter.sink.otlp.config.Secret;
import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A program of its own that posts once through a proxy that asks who it is. */
public final class ProxiedPost {
    private ProxiedPost() {}

    /**
     * Posts once.
     *
     * @param arguments the address of the sink, a file with its authority, the port of the proxy
     */
    public static void main(String[] arguments) throws Exception {
        OtlpSinkConfig config = new OtlpSinkConfig(
                URI.create(arguments[0]),
                Map.of(),
                Duration.ofSeconds(20),
                true,
                TlsSettings.defaults().trusting(Files.readAllBytes(Path.of(arguments[1]))),
                false,
                ProxySettings.via("127.0.0.1", Integer.parseInt(arguments[2])).identifiedBy("u", Secret.of("canary")));
        try (OtlpHttpClient client = new OtlpHttpClient(config, "test")) {
            Exchange exchange = client.post(new byte[] {1, 2, 3}).await();
            if (!(exchange instanceof Exchange.Answered answered)
                    || answered.answer().status() != 204) {
                throw new IllegalStateException(exchange.toString());
            }
        }
    }
}
