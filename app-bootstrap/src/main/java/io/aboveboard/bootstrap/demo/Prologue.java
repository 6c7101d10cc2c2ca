package io.aboveboard.bootstrap.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Says what is about to be played, and with what. */
final class Prologue {
    private static final List<String> SWITCHES =
            List.of("DO_NOT_TRACK", "OTEL_SDK_DISABLED", "TELEMETRY_LAYERS", "ENABLE_TELEMETRY");

    private Prologue() {}

    static void tell(Narrator narrator, URI endpoint, Path folder, Map<String, String> environment) {
        narrator.line("Telemetry with consent, played on this machine alone: nothing leaves it.");
        narrator.line("");
        narrator.labelled("receiver", endpoint + DemoReceiver.PATH + " (its own)");
        narrator.labelled("state", folder + " (deleted at the end)");
        SWITCHES.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .forEach(name -> narrator.labelled("switch", name + " is set here; the demo leaves it out of play"));
    }
}
