package io.aboveboard.bootstrap.demo;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Invites the person to play on, with the real commands in another terminal. */
final class Invitation {
    private static final List<String> COMMANDS = List.of(
            "status", "consent grant", "track timer.started --user 42 -p project_id=7", "consent withdraw", "preview");

    private Invitation() {}

    static void tell(Narrator narrator, URI endpoint, Path folder) {
        narrator.scene("Now you. In another terminal:");
        narrator.line("");
        settings(endpoint, folder)
                .forEach((name, value) -> narrator.line("   export " + name + "=" + ShellWord.of(value)));
        COMMANDS.forEach(command -> narrator.line("   java -jar " + ShellWord.of(jar()) + " " + command));
        narrator.line("");
        narrator.line("What arrives is shown here. Ctrl-C ends it and deletes the folder.");
    }

    private static Map<String, String> settings(URI endpoint, Path folder) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("GRAFANA_OTLP_ENDPOINT", endpoint.toString());
        settings.put("GRAFANA_OTLP_TOKEN", Stage.TOKEN);
        settings.put("INSTALLATION_CONFIG_DIR", folder.toString());
        settings.put("OTEL_SERVICE_NAME", Stage.SERVICE);
        settings.put("APP_VERSION", Stage.VERSION);
        return settings;
    }

    /** The jar this was started from, as seen from where it was started. */
    private static String jar() {
        CodeSource source = Invitation.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
            return "aboveboard.jar";
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            Path here = Path.of("").toAbsolutePath();
            return jar.startsWith(here) ? here.relativize(jar).toString() : jar.toString();
        } catch (URISyntaxException unusual) {
            return "aboveboard.jar";
        }
    }
}
