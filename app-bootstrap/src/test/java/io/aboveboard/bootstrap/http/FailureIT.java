package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.bootstrap.config.HttpConfig;
import io.aboveboard.bootstrap.http.access.Keyring;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.testkit.marks.Fault;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever breaks inside, whoever asked learns that it broke, and nothing of what is inside. */
@Fault("H3")
class FailureIT {
    private static final String SECRET = "canary: /var/lib/secret";

    @Test
    void saysThatItFailedAndNothingMore() {
        try (Aboveboard aboveboard = Aboveboard.of("timetracker", "5.10.0").build();
                Door door = Door.at(new HttpConfig("127.0.0.1", 0, null, Set.of()));
                LocalServer server = LocalServer.open(door, broken(aboveboard), JvmClocks.ticker())) {
            for (String accept : new String[] {"*/*", "text/html"}) {
                for (String path : new String[] {"/v1/status", "/login"}) {
                    RawAnswer answer = RawAnswer.to(
                            door.port(),
                            "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + door.port() + "\r\nAccept: " + accept
                                    + "\r\nConnection: close\r\n\r\n");

                    assertThat(answer.status()).isEqualTo(500);
                    assertThat(answer.body()).contains("\"failed\"", "this went wrong here");
                    assertThat(answer.text()).doesNotContain("canary", "IllegalState", "\tat ", "java.");
                    assertThat(answer.header("X-Frame-Options")).containsExactly("DENY");
                    assertThat(answer.header("Cache-Control")).containsExactly("no-store");
                }
            }
            assertThat(server.address()).contains(String.valueOf(door.port()));
        }
    }

    private static Services broken(Aboveboard aboveboard) {
        Transparency transparency = (Transparency) Proxy.newProxyInstance(
                FailureIT.class.getClassLoader(), new Class<?>[] {Transparency.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException(SECRET);
                });
        return new Services(
                transparency,
                aboveboard.consent(),
                aboveboard.ingest(),
                aboveboard.erasure(),
                () -> {},
                Switches.Silence.NONE,
                new Keyring(null, AccessToken.of(HttpBench.ADMIN), "somewhere"));
    }
}
