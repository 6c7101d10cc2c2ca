package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.InstallationStoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** What tests run as a process of its own. It prints a line for each thing done and ends with its input. */
final class StoreProcess {
    private final Path folder;
    private final FileInstallationStore store;
    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream output = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private StoreProcess(Path folder) {
        this.folder = folder;
        this.store = FileInstallationStore.in(folder);
    }

    /** Takes the state folder, what to do and how often. */
    public static void main(String... arguments) throws IOException {
        StoreProcess process = new StoreProcess(Path.of(arguments[0]));
        process.output.println("ready");
        process.input.readLine();
        switch (arguments[1]) {
            case "flip" -> process.flip();
            case "turn" -> process.save(Integer.MAX_VALUE);
            case "report" -> process.report();
            case "save" -> process.save(Integer.parseInt(arguments[2]));
            case "hold" -> process.hold();
            case "read" -> process.output.println(process.store.read());
            case "remarks" -> process.output.println(process.store.remarks());
            case "deny" -> process.deny();
            case "pass" -> process.output.println(process.store.gate().shared(process::stay));
            case "decide" -> process.output.println(process.store.gate().exclusively(process::stay));
            case "stream" -> process.stream();
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    /** Says what it would send of itself, as the whole library. */
    private void report() {
        try (Aboveboard aboveboard = Aboveboard.of("timetracker", "5.10.0")
                .installation(store)
                .sink(new PrintingSink(output))
                .environmentSwitches(EnvironmentSwitches.of(Map.of()))
                .build()) {
            aboveboard.base().sendFirstSeen();
            aboveboard.flush(Duration.ofSeconds(30));
        }
        output.println("id " + StoreProcess.identity(store.read()));
    }

    private static String identity(InstallationReading reading) {
        return reading.known()
                .flatMap(Installation::id)
                .map(InstallId::toString)
                .orElse("unknown");
    }

    /** Until it is killed. */
    private void flip() {
        while (true) {
            store.update(StoreProcess::turnedOver);
            output.println("saved");
        }
    }

    /** Each save changes the shared file and the own one. */
    private void save(int times) {
        for (int i = 0; i < times; i++) {
            store.update(StoreProcess::turned);
            output.println("saved");
        }
    }

    private static Installation turned(Installation installation) {
        return turnedOver(installation)
                .withLastBeat(installation.lastBeat().orElse(LocalDate.EPOCH).plusDays(1));
    }

    private static Installation turnedOver(Installation installation) {
        boolean yes = installation.preference() == StoredPreference.YES;
        return installation.withPreference(yes ? StoredPreference.NO : StoredPreference.YES);
    }

    private void hold() throws IOException {
        StateDirectory directory = StateDirectory.of(folder);
        directory.create();
        new StateLock(directory.lock(), Pauser.parking()).whileHeld(() -> {
            output.println("held");
            return input.readLine();
        });
    }

    private String stay() {
        output.println("inside");
        return read();
    }

    /** Passes the gate over and over until it is told to stop; complains if it ever meets a decision inside. */
    private void stream() throws IOException {
        output.println("passing");
        boolean alone = true;
        while (!input.ready()) {
            alone &= store.gate().shared(() -> !Files.exists(folder.resolve("deciding")));
        }
        output.println(read() + (alone ? ": never together" : ": together"));
    }

    private String read() {
        try {
            return input.readLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void deny() {
        try {
            store.update(installation -> installation.withPreference(StoredPreference.NO));
            output.println("saved");
        } catch (InstallationStoreException refused) {
            output.println(refused.getMessage());
        }
    }
}
