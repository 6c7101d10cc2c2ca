package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Puts something private into everything that processes take in, and looks for it in everything that they put out. */
@Proves(Promise.P11)
class CanarySearchIT {
    private static final String TOKEN = "token-canary-0f3a77";
    private static final String HOST = "canaryhost77";
    private static final String USER = "canaryuser77";

    /** Each with the part of it that must be found nowhere. */
    private static final Map<String, String> CANARIES = Map.ofEntries(
            Map.entry("mail canary77@example.org", "canary77"),
            Map.entry("/home/canary77/plan.txt", "canary77"),
            Map.entry("C:\\Users\\canary77\\plan.txt", "canary77"),
            Map.entry("at " + HOST + " now", HOST),
            Map.entry("by " + USER + " now", USER),
            Map.entry("from 203.0.113.77", "203.0.113"),
            Map.entry("from 2001:db8::c0de:77", "c0de:77"),
            Map.entry("via 02:00:5e:10:00:77", "5e:10"),
            Map.entry("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.Y2FuYXJ5", "eyJ"),
            Map.entry("AKIACANARYCANARY7777", "AKIACANARY"),
            Map.entry("password=hunter77canary", "hunter77"),
            Map.entry("https://canary77:pw77x@example.org/x?query77=y77z", "query77"));

    private final Map<String, String> said = new LinkedHashMap<>();
    private Path folder;
    private RecordingOtlpReceiver receiver;
    private Map<String, String> settings;

    @BeforeEach
    void startTheReceiver(@TempDir Path folder) {
        this.folder = folder;
        receiver = RecordingOtlpReceiver.start();
        settings = JarSettings.reportingTo(receiver, folder);
        settings.put("GRAFANA_OTLP_TOKEN", "123456:" + TOKEN);
        settings.put("HOSTNAME", HOST);
        settings.put("USER", USER);
    }

    @AfterEach
    void stopTheReceiver() {
        receiver.close();
    }

    @Test
    @Fault({"I1", "I3"})
    void isFoundNowhere() throws Exception {
        try (JarProcess run = JarProcess.start(settings, "run")) {
            String page = run.awaitLine("page ").substring("page ".length());
            run.awaitLine("first seen  sent ");
            say("consent", "grant");
            trackAll();
            post(URI.create(page).resolve("/v1/events"));
            receiver.awaitRecords(2 + 1 + 2, JarProcess.PATIENCE);
            look(run, page);
            keep("run", run.terminate());
        }
        said.put("wire", wire());
        assertThat(said.get("wire")).contains("[email]", "[home]", "[host]", "[ip]", "[api_key]", "[secret]");
        said.putAll(files());
        assertThat(said).hasSizeGreaterThan(12);
        said.forEach(CanarySearchIT::assertClean);
    }

    private void trackAll() throws Exception {
        List<String> command = new ArrayList<>(List.of("track", "timer.started", "--user=42"));
        int number = 0;
        for (String canary : CANARIES.keySet()) {
            command.addAll(List.of("-p", "detail" + number++ + "=" + canary, "-p", canary.replace("=", "") + "=x"));
        }
        say(command.toArray(String[]::new));
    }

    /** By the interface for programs, where values nest. */
    private void post(URI events) throws Exception {
        String values = String.join(
                ",", CANARIES.keySet().stream().map(CanarySearchIT::quoted).toList());
        String nested = "{\"list\":[" + values + "],\"deep\":{\"er\":[" + values + "]},\"detail\":"
                + quoted("password=hunter77canary") + "}";
        String body = "{\"events\":[{\"name\":\"timer.stopped\",\"user_id\":42,\"properties\":" + nested
                + ",\"context\":{\"path\":\"/home/canary77?query77=y77z\",\"user_agent\":\"canary77\"}}]}";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(events)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        said.put("answer to events", answer.body());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\") + "\"";
    }

    private void look(JarProcess run, String page) throws Exception {
        say("status", "--json");
        say("preview", "--json");
        say("sent", "--json");
        say("sent");
        say("doctor", "--json");
        said.put("page", page(page));
        said.put("threads", threads(run));
        assertThat(said.get("page")).contains("timer.started");
        assertThat(said.get("threads")).contains("aboveboard-recorder");
    }

    private static String page(String entrance) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        return get(browser, URI.create(entrance))
                + get(browser, URI.create(entrance).resolve("/"));
    }

    private static String get(HttpClient browser, URI uri) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String threads(JarProcess run) throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process dump = new ProcessBuilder(jcmd.toString(), String.valueOf(run.pid()), "Thread.print", "-l")
                .redirectErrorStream(true)
                .start();
        return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void say(String... command) throws Exception {
        keep(
                String.join(" ", List.of(command).subList(0, Math.min(2, command.length))),
                JarProcess.run(settings, command));
    }

    private void keep(String who, JarProcess.Result result) {
        assertThat(result.exitCode()).as("%s: %s", who, result).isZero();
        said.put("stdout of " + who, result.outText());
        said.put("stderr of " + who, String.join("\n", result.err()));
    }

    /** The bodies alone: what the receiver asks for stands in a header. */
    private String wire() {
        StringBuilder bodies = new StringBuilder();
        for (ReceivedRequest request : receiver.requests()) {
            bodies.append(request.body().toStringUtf8()).append(request.records());
        }
        return bodies.toString();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                texts.put(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(texts.keySet()).anyMatch(file -> file.contains("spool"));
        return texts;
    }

    private static void assertClean(String where, String text) {
        assertThat(text).as(where).doesNotContain(TOKEN, base64("123456:" + TOKEN));
        CANARIES.values().forEach(canary -> assertThat(text).as(where).doesNotContainIgnoringCase(canary));
        assertThat(text).as(where).doesNotContain("pw77x", "query77", "y77z");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
