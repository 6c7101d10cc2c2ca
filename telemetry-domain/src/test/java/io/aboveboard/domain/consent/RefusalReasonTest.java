package io.aboveboard.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.record.DropReason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalReasonTest {
    @ParameterizedTest
    @CsvSource({
        "DO_NOT_TRACK,        SWITCHED_OFF,    false",
        "OTEL_SDK_DISABLED,   SWITCHED_OFF,    false",
        "LAYERS_NONE,         SWITCHED_OFF,    false",
        "NO_SINK,             NO_SINK,         false",
        "LAYERS_BASE,         SWITCHED_OFF,    true",
        "DISABLED,            SWITCHED_OFF,    true",
        "CONSENT_UNREADABLE,  CONSENT_UNKNOWN, false",
        "CONSENT_CONFLICTING, CONSENT_UNKNOWN, true",
        "AWAITING_RECEIPT,    NO_CONSENT,      false",
        "CONSENT_OUTDATED,    NO_CONSENT,      true",
        "DENIED,              NO_CONSENT,      true",
        "UNDECIDED,           NO_CONSENT,      true",
        "UNIDENTIFIED,        NO_IDENTITY,     false"
    })
    void saysUnderWhatItIsCountedAndWhetherItEndsTheConsent(
            RefusalReason reason, DropReason counted, boolean endsConsent) {
        assertThat(reason.dropReason()).isEqualTo(counted);
        assertThat(reason.endsConsent()).isEqualTo(endsConsent);
    }

    @Test
    void explainsEachInWordsOfItsOwn() {
        assertThat(RefusalReason.values())
                .extracting(RefusalReason::explanation)
                .doesNotHaveDuplicates()
                .allSatisfy(explanation -> assertThat(explanation).hasSizeGreaterThan(15));
    }

    @Test
    void namesItselfForMachines() {
        assertThat(RefusalReason.DO_NOT_TRACK.code()).isEqualTo("do_not_track");
        assertThat(Arrays.stream(Surface.values()).map(Surface::code))
                .containsExactly("setup", "admin", "cli", "api", "environment", "file");
    }
}
