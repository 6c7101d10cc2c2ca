package io.aboveboard.domain.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BaseFieldsTest {
    private static final InstallId ID = new InstallId(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));
    private static final BaseFields FIELDS = BaseFields.reportedAt(
            Instant.parse("2027-06-10T03:00:00.5Z"),
            ID,
            new Service("timetracker", "5.10.0", "staging", "beta"),
            new Platform("Linux", "6.1.0", "x86_64", "en_US", "Europe/Vienna", "docker"),
            Instant.parse("2026-01-02T03:04:05Z"));

    @Test
    @Proves(Promise.P3)
    void areExactlyTwelveInTheOrderOfTheSchema() {
        assertThat(FIELDS.entries())
                .containsExactly(
                        Map.entry("install_id", ID.toString()),
                        Map.entry("app_version", "5.10.0"),
                        Map.entry("platform", "Linux"),
                        Map.entry("os_version", "6.1.0"),
                        Map.entry("architecture", "x86_64"),
                        Map.entry("locale", "en_US"),
                        Map.entry("timezone", "Europe/Vienna"),
                        Map.entry("first_seen_at", "2026-01-02T03:04:05Z"),
                        Map.entry("last_seen_at", "2027-06-10T03:00:00.500Z"),
                        Map.entry("heartbeat_at", "2027-06-10T03:00:00.500Z"),
                        Map.entry("release_channel", "beta"),
                        Map.entry("deployment_type", "docker"));
    }

    @Test
    @Proves(Promise.P3)
    void haveNoPlaceForAThirteenth() {
        assertThat(BaseFields.class.getRecordComponents()).hasSize(12);
        Map<String, String> entries = FIELDS.entries();
        assertThatThrownBy(() -> entries.put("host_name", "x")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nameTheTwoEventsOfTheBaseLayer() {
        assertThat(BaseEvent.values())
                .extracting(BaseEvent::eventName)
                .containsExactly("base_telemetry.first_seen", "base_telemetry.heartbeat");
    }
}
