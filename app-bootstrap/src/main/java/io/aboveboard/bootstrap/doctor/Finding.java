package io.aboveboard.bootstrap.doctor;

import io.aboveboard.adapter.sink.otlp.OtlpFinding;
import java.util.Locale;

/**
 * One thing that was looked at. All text is safe to show.
 *
 * @param subject what was looked at, one word
 * @param outcome how it is
 * @param observation what was seen
 * @param remedy what to do about it, empty where there is nothing to do
 */
public record Finding(String subject, Outcome outcome, String observation, String remedy) {
    /** How a thing is. */
    public enum Outcome {
        /** As it should be. */
        OK,
        /** It works, but somebody should look. */
        WARNING,
        /** It does not work. */
        FAILED
    }

    static Finding ok(String subject, String observation) {
        return new Finding(subject, Outcome.OK, observation, "");
    }

    static Finding warning(String subject, String observation, String remedy) {
        return new Finding(subject, Outcome.WARNING, observation, remedy);
    }

    static Finding failed(String subject, String observation, String remedy) {
        return new Finding(subject, Outcome.FAILED, observation, remedy);
    }

    static Finding of(OtlpFinding finding) {
        return new Finding(
                finding.check().name().toLowerCase(Locale.ROOT),
                Outcome.valueOf(finding.outcome().name()),
                finding.observation(),
                finding.remedy());
    }
}
