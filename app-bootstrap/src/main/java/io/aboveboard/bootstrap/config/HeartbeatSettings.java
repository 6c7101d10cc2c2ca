package io.aboveboard.bootstrap.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** When to beat. */
final class HeartbeatSettings {
    private final Findings findings;

    HeartbeatSettings(Findings findings) {
        this.findings = findings;
    }

    HeartbeatConfig read() {
        return new HeartbeatConfig(at(), spread(), zone());
    }

    private LocalTime at() {
        String value = findings.value(SettingNames.HEARTBEAT_AT).orElse(HeartbeatConfig.DEFAULT_AT.toString());
        try {
            return LocalTime.parse(value);
        } catch (DateTimeParseException notATime) {
            findings.error(SettingNames.HEARTBEAT_AT, "must be a local time like 03:00");
            return HeartbeatConfig.DEFAULT_AT;
        }
    }

    private Duration spread() {
        String value = findings.value(SettingNames.HEARTBEAT_SPREAD).orElse(HeartbeatConfig.DEFAULT_SPREAD.toString());
        try {
            Duration spread = Duration.parse(value);
            if (!spread.isNegative() && spread.compareTo(Duration.ofDays(1)) < 0) {
                return spread;
            }
        } catch (DateTimeParseException notADuration) {
            // Said below.
        }
        findings.error(SettingNames.HEARTBEAT_SPREAD, "must be a duration from PT0S to under a day, like PT1H");
        return HeartbeatConfig.DEFAULT_SPREAD;
    }

    private ZoneId zone() {
        String value = findings.value(SettingNames.ZONE).orElse("");
        try {
            return value.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(withoutColon(value));
        } catch (DateTimeException notAZone) {
            findings.warning(SettingNames.ZONE, "is not a time zone like Europe/Vienna; UTC is used");
            return ZoneId.of("UTC");
        }
    }

    /** POSIX lets the name of a zone follow a colon. */
    private static String withoutColon(String zone) {
        return zone.startsWith(":") ? zone.substring(1) : zone;
    }
}
