package io.aboveboard.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordUidTest {
    private static final InstallId ID = new InstallId(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"));
    /** The name space "DNS" of RFC 9562, section 6.6. */
    private static final InstallId DNS = new InstallId(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));

    @Test
    @Proves(Promise.P9)
    void isTheUuidOfVersionFiveThatOthersComputeToo() {
        // uuid.uuid5 of Python 3
        assertThat(RecordUid.ofFirstSeen(ID)).hasToString("5f63300f-7290-5431-aee2-33d68d31b83e");
        assertThat(RecordUid.ofHeartbeat(ID, LocalDate.of(2027, 3, 28)))
                .hasToString("873296a9-681d-5e71-8467-c318ffc17593");
        assertThat(RecordUid.ofInstallPing(ID)).hasToString("0dd634fd-63ae-588c-a306-84710b8197e5");
        assertThat(RecordUid.ofFirstSeen(DNS)).hasToString("2684b34c-9a53-57e7-a38b-978837e0bea9");
    }

    @Test
    void isTheSameForTheSameInstallationAndDate() {
        LocalDate date = LocalDate.of(2027, 6, 10);
        assertThat(RecordUid.ofHeartbeat(ID, date)).isEqualTo(RecordUid.ofHeartbeat(ID, date));
        assertThat(RecordUid.ofHeartbeat(ID, date)).isNotEqualTo(RecordUid.ofHeartbeat(ID, date.plusDays(1)));
        assertThat(RecordUid.ofHeartbeat(ID, date)).isNotEqualTo(RecordUid.ofHeartbeat(DNS, date));
    }

    @Test
    void tellsAComputedUidFromACountedOne() {
        assertThat(RecordUid.ofFirstSeen(ID).isComputed()).isTrue();
        assertThat(RecordUid.ofHeartbeat(ID, LocalDate.EPOCH).isComputed()).isTrue();
        assertThat(RecordUid.ofInstallPing(ID).isComputed()).isTrue();
        assertThat(UidSequence.random().next().isComputed()).isFalse();
        assertThat(new RecordUid(ID.toString()).isComputed()).isFalse();
        assertThat(new RecordUid("5".repeat(35)).isComputed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\u007F", "é", "a\n"})
    void refusesWhatIsNotPrintableAscii(String value) {
        assertThatThrownBy(() -> new RecordUid(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("value: must be 1 to 64");
    }

    @Test
    void takesSixtyFourCharactersAndNotOneMore() {
        assertThat(new RecordUid("!~" + "x".repeat(62)).value()).hasSize(64);
        assertThatThrownBy(() -> new RecordUid("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }
}
