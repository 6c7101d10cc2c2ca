package io.aboveboard.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.bootstrap.view.RecordView.Field;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story from the side of the receiver, with the real adapters in between. */
class StoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration NO_PATIENCE = Duration.ZERO;

    private Path folder;
    private DemoReceiver receiver;

    @BeforeEach
    void start(@TempDir Path stateDir) throws IOException {
        folder = stateDir;
        receiver = DemoReceiver.start();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    @Proves({Promise.P1, Promise.P3})
    void sendsTwoBaseRecordsTheInstallPingAndTheOneEventUnderTheYes() {
        play(receiver.endpoint(), PATIENCE);

        assertThat(receiver.arrivals().all())
                .extracting(RecordView::eventName)
                .containsExactly(
                        "base_telemetry.first_seen", "base_telemetry.heartbeat", "telemetry.install", "timer.started");
    }

    @Test
    @Proves(Promise.P3)
    void sendsBaseRecordsOfExactlyTheTwelveFields() {
        play(receiver.endpoint(), PATIENCE);

        assertThat(receiver.arrivals().all().subList(0, 2))
                .allSatisfy(record -> assertThat(record.fields())
                        .extracting(Field::key)
                        .containsExactlyInAnyOrder(
                                "install_id",
                                "app_version",
                                "platform",
                                "os_version",
                                "architecture",
                                "locale",
                                "timezone",
                                "first_seen_at",
                                "last_seen_at",
                                "heartbeat_at",
                                "release_channel",
                                "deployment_type"));
    }

    @Test
    void breaksWhereNothingArrives() {
        URI nobody = URI.create("http://127.0.0.1:9");

        assertThatExceptionOfType(BrokenStoryException.class)
                .isThrownBy(() -> play(nobody, NO_PATIENCE))
                .withMessage("expected base_telemetry.first_seen within 0 ms, but: received []");
    }

    @Test
    void breaksWhereAnEventIsTakenThatShouldBeRefused() {
        assertThatExceptionOfType(BrokenStoryException.class)
                .isThrownBy(() -> {
                    try (Aboveboard aboveboard = stage(receiver.endpoint())) {
                        aboveboard.consent().grant(Actor.admin("1"));
                        story(aboveboard, PATIENCE).play();
                    }
                })
                .withMessageContaining("expected the product events received to be []")
                .withMessageContaining("telemetry.install");
    }

    private void play(URI endpoint, Duration patience) {
        try (Aboveboard aboveboard = stage(endpoint)) {
            story(aboveboard, patience).play();
        }
    }

    private Aboveboard stage(URI endpoint) {
        return Stage.set(folder, endpoint, TelemetryMonitor.noop());
    }

    private Story story(Aboveboard aboveboard, Duration patience) {
        Narrator toNobody = new Narrator(new PrintWriter(new StringWriter()));
        return new Story(aboveboard, receiver.arrivals(), toNobody, patience);
    }
}
