package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The jar at {@code run}, called as any program on the machine would call it. */
final class RunningJar implements AutoCloseable {
    private static final String JSON = "application/json";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JarProcess process;
    private final Path folder;
    private final URI entrance;
    private String token = "";

    private RunningJar(JarProcess process, Path folder) throws InterruptedException {
        this.process = process;
        this.folder = folder;
        this.entrance = URI.create(process.awaitLine("page ").substring("page ".length()));
    }

    static RunningJar of(JarProcess process, Map<String, String> settings) throws InterruptedException {
        return new RunningJar(process, Path.of(settings.get("INSTALLATION_CONFIG_DIR")));
    }

    static RunningJar start(Map<String, String> settings, String... jvm) throws InterruptedException {
        return of(JarProcess.startWith(List.of(jvm), settings, "run"), settings);
    }

    JarProcess process() {
        return process;
    }

    URI entrance() {
        return entrance;
    }

    int port() {
        return entrance.getPort();
    }

    /** Says yes with the token of the state folder. */
    void grant() throws IOException, InterruptedException {
        HttpResponse<String> answer = put(true);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Decides with the token of the state folder. */
    HttpResponse<String> put(boolean granted) throws IOException, InterruptedException {
        return send(request("/v1/consent")
                .setHeader("Authorization", "Bearer " + adminToken())
                .PUT(HttpRequest.BodyPublishers.ofString("{\"granted\":" + granted + "}")));
    }

    String adminToken() throws IOException {
        return Files.readString(folder.resolve("telemetry/admin-token")).strip();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Until nothing of what it has recorded waits any more. */
    void awaitSettled() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (!get("/v1/status").body().contains("\"pending\" : 0")) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
        }
    }

    /** Shows this token from now on. */
    void use(String accessToken) {
        token = accessToken;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(entrance.resolve(path)).header("Content-Type", JSON);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.close();
    }
}
