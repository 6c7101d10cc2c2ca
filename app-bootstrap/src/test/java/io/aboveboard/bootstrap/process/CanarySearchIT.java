package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Puts something private into everything that processes take in, with every logger open, and looks for it in everything
 * that they put out.
 */
@Tag("thorough")
@Proves(Promise.P11)
class CanarySearchIT extends ReportingService {
    private static final int BROWSERS = 1;
    private static final String TOKEN = "token-canary-0f3a77";
    private static final String HTTP_TOKEN = "http-token-canary-5b21c99e";
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

    private static final String EXCEPTION = "java.io.IOException: " + String.join("; ", CANARIES.keySet())
            + "\n\tat org.example.Mail.send(Mail.java:7)\nCaused by: java.lang.IllegalStateException: to canary77@example.org"
            + "\n\tat org.example.Main.main(Main.java:3)";

    /** Plain words, which no filter of values could know; they must go with the keys that they come under. */
    private static final List<String> PLAIN = List.of("plainmessage77", "plainframe77", "plainagent77");

    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>(List.of(HTTP_TOKEN));

    @BeforeEach
    void hideCanariesInTheSettings() {
        settings.put("GRAFANA_OTLP_TOKEN", "123456:" + TOKEN);
        settings.put("TELEMETRY_HTTP_TOKEN_FILE", httpToken(folder).toString());
        settings.put("HOSTNAME", HOST);
        settings.put("USER", USER);
    }

    /** Beside the state, where it is looked for, too. */
    private static Path httpToken(Path folder) {
        try {
            return JarSettings.secret(folder.resolveSibling(folder.getFileName() + ".token"), HTTP_TOKEN);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    @Fault({"I1", "I3"})
    void isFoundNowhere() throws Exception {
        try (RunningJar run = RunningJar.of(JarProcess.startLoud(settings, "run", "--debug"), settings)) {
            run.use(HTTP_TOKEN);
            run.grant();
            secrets.add(run.adminToken());
            trackAll();
            send(run);
            receiver.awaitRecords(2 + 1 + 3, JarProcess.PATIENCE);
            look(run);
            keep("run", run.process().terminate());
        }
        said.put("wire", wire());
        assertThat(said.get("wire"))
                .contains("[email]", "[home]", "[host]", "[ip]", "[api_key]", "[secret]")
                .contains("exception_type", "java.io.IOException");
        assertThat(said.get("stderr of run")).contains("FINE");
        said.forEach(this::assertKeepsTheKeys);
        said.putAll(files());
        said.forEach(CanarySearchIT::assertClean);
    }

    private void trackAll() throws Exception {
        List<String> command = new ArrayList<>(List.of("track", "timer.started", "--user=canary77@example.org"));
        int number = 0;
        for (String canary : CANARIES.keySet()) {
            command.addAll(List.of("-p", "detail" + number++ + "=" + canary));
            // On a command line a key ends at its first equals sign.
            command.addAll(canary.contains("=") ? List.of() : List.of("-p", canary + "=x"));
        }
        say(command.toArray(String[]::new));
    }

    private void send(RunningJar run) throws Exception {
        keep("events", run.post("/v1/events", events()), 200);
        keep("logs", run.post("/v1/logs", logs()), 200);
        keep("no JSON", run.post("/v1/events", "{\"events\":" + quoted(EXCEPTION)), 400);
        keep("no event", run.post("/v1/events", "{\"events\":[" + quoted(EXCEPTION) + "]}"), 200);
        keep("no place", run.get("/canary77?query77=y77z&at=" + HOST), 404);
        keep("no name", run.post("/v1/events", "{\"events\":[{\"name\":" + quoted(EXCEPTION) + "}]}"), 200);
    }

    /** Values nest here, and stand in keys, in the user, in the path and in the name of the browser. */
    private static String events() {
        String values = CANARIES.keySet().stream().map(CanarySearchIT::quoted).collect(Collectors.joining(","));
        String keys =
                CANARIES.keySet().stream().map(canary -> quoted(canary) + ":1").collect(Collectors.joining(","));
        return "{\"events\":[{\"id\":\"canary77@example.org\",\"name\":\"timer.stopped\",\"user_id\":\"" + USER
                + "\",\"properties\":{\"list\":[" + values + "],\"deep\":{\"er\":[" + values + "]}," + keys
                + ",\"error\":" + quoted(EXCEPTION) + ",\"detail\":\"password=hunter77canary\"},\"context\":{\"path\":"
                + "\"/home/canary77/x?query77=y77z\",\"user_agent\":\"canary77 " + HOST + "\"}}]}";
    }

    private static String logs() {
        String attributes = CANARIES.keySet().stream()
                .map(canary ->
                        attribute("k" + Integer.toHexString(canary.hashCode()), canary) + "," + attribute(canary, "x"))
                .collect(Collectors.joining(","));
        String resource = attribute("host.name", HOST) + "," + attribute("process.owner", USER);
        return "{\"resourceLogs\":[{\"resource\":{\"attributes\":[" + resource
                + "]},\"scopeLogs\":[{\"scope\":{\"name\":\""
                + HOST + "\"},\"logRecords\":[{\"eventName\":\"timer.failed\",\"body\":{\"stringValue\":"
                + quoted(EXCEPTION)
                + "},\"attributes\":[" + attribute("user.id", "canary77@example.org") + ","
                + attribute("exception.message", EXCEPTION) + "," + attribute("exception.stacktrace", EXCEPTION) + ","
                + plain() + ","
                + attributes + "]}]}]}]}";
    }

    private static String plain() {
        return attribute("exception.type", "java.io.IOException") + ","
                + attribute("exception_message", "could not greet plainmessage77") + ","
                + attribute("exception_stacktrace", "at org.example.plainframe77.Mail.send(Mail.java:7)") + ","
                + attribute("http.user_agent", "plainagent77/1.0") + ","
                + attribute("http.request.header.user-agent", "plainagent77/1.0") + ","
                + attribute("user_agent", "plainagent77/1.0");
    }

    private static String attribute(String key, String value) {
        return "{\"key\":" + quoted(key) + ",\"value\":{\"stringValue\":" + quoted(value) + "}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") + "\"";
    }

    private void look(RunningJar run) throws Exception {
        say("status", "--json");
        say("preview", "--json");
        say("sent", "--json");
        say("doctor", "--json");
        said.put("status", run.get("/v1/status").body());
        said.put("page", page(run.entrance()));
        said.put("threads", jcmd(run, "Thread.print", "-l"));
        said.put("command line", jcmd(run, "VM.command_line"));
        said.put("properties", jcmd(run, "VM.system_properties"));
        said.put(
                "argv",
                Files.readString(Path.of("/proc", String.valueOf(run.process().pid()), "cmdline")));
        assertThat(said.get("page")).contains("timer.started", "timer.stopped", "timer.failed");
        assertThat(said.get("threads")).contains("aboveboard-recorder");
    }

    private String page(URI entrance) throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        StringBuilder all = new StringBuilder(get(browser, entrance));
        for (String path : List.of("/", "/?q=canary77", "/setup", "/forget", "/download/sent.json", "/login")) {
            all.append(get(browser, entrance.resolve(path)));
        }
        cookies.getCookieStore().getCookies().forEach(cookie -> secrets.add(cookie.getValue()));
        // What the searcher typed stands in the field of the search again, and nowhere else.
        return all.toString().replace("value=\"canary77\"", "");
    }

    private static String get(HttpClient browser, URI uri) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String jcmd(RunningJar run, String... question) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                String.valueOf(run.process().pid())));
        command.addAll(List.of(question));
        Process asked = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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

    private void keep(String what, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(status);
        said.put("answer to " + what, answer.headers().map() + answer.body());
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

    /** The files alone hold the token that people are to find there. */
    private void assertKeepsTheKeys(String where, String text) {
        assertThat(secrets).hasSize(2 + BROWSERS);
        assertThat(text).as(where).doesNotContain(secrets);
    }

    private static void assertClean(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(text).as(where).doesNotContain(TOKEN, base64("123456:" + TOKEN));
        CANARIES.values()
                .forEach(canary -> assertThat(lower).as(where).doesNotContain(canary.toLowerCase(Locale.ROOT)));
        assertThat(text).as(where).doesNotContain("pw77x", "query77", "y77z");
        assertThat(lower).as(where).doesNotContain(PLAIN);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
