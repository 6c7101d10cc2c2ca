package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.sink.otlp.config.SettingFiles;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.event.EventSchema;
import java.io.IOException;
import java.util.regex.Pattern;

/** What a yes is asked for, as the maker of the software beside the jar says it. */
final class TermsSettings {
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Findings findings;
    private final SettingFiles files;

    TermsSettings(Findings findings, SettingFiles files) {
        this.findings = findings;
        this.files = files;
    }

    TermsConfig read() {
        return new TermsConfig(textVersion(), schema());
    }

    private String textVersion() {
        String version = findings.value(SettingNames.CONSENT_TEXT).orElse(ConsentTerms.DEFAULT_TEXT_VERSION);
        if (!VERSION.matcher(version).matches()) {
            findings.error(
                    SettingNames.CONSENT_TEXT,
                    "must be 1 to 64 letters, digits, dots, dashes and underscores, like 2 or 2027-03");
        }
        return version;
    }

    private EventSchema schema() {
        return findings.value(SettingNames.EVENT_SCHEMA)
                .map(this::schemaIn)
                .orElse(EventSchema.version(EventSchema.FIRST));
    }

    private EventSchema schemaIn(String file) {
        SchemaReader reader = new SchemaReader(problem -> findings.error(SettingNames.EVENT_SCHEMA, problem));
        try {
            return reader.read(files.read(file, false));
        } catch (IOException unreadable) {
            findings.error(SettingNames.EVENT_SCHEMA, "cannot be read: " + unreadable.getMessage());
            return reader.schema();
        }
    }
}
