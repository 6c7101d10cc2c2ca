package io.aboveboard.bootstrap.config;

import io.aboveboard.domain.base.Service;

/** Who reports. */
final class ServiceSettings {
    /** What OpenTelemetry calls a service that was given no name. */
    static final String NO_NAME = "unknown_service";

    private final Findings findings;

    ServiceSettings(Findings findings) {
        this.findings = findings;
    }

    Service read(boolean nameRequired) {
        if (nameRequired && findings.value(SettingNames.SERVICE).isEmpty()) {
            findings.error(
                    SettingNames.SERVICE,
                    "is required with a sink; set it to the name of your product, like timetracker");
        }
        return new Service(
                text(SettingNames.SERVICE, NO_NAME),
                text(SettingNames.VERSION, "unknown"),
                text(SettingNames.ENVIRONMENT, "production"),
                text(SettingNames.CHANNEL, "default"));
    }

    private String text(String name, String otherwise) {
        String value = findings.value(name).orElse(otherwise);
        try {
            return Service.of(value, value).name();
        } catch (IllegalArgumentException refused) {
            findings.error(name, "must be 1 to 128 characters without control characters");
            return otherwise;
        }
    }
}
