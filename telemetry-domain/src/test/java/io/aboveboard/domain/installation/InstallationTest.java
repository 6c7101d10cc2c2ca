package io.aboveboard.domain.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {
    private static final Instant NOW = Instant.parse("2027-06-10T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 10);
    private static final InstallId ID = InstallId.random();
    private static final Salt SALT = Salt.random();
    private static final Installation FULL = Installation.blank()
            .withIdentity(ID, SALT)
            .withPreference(StoredPreference.YES)
            .withSetupComplete(true)
            .withLastBeat(TODAY)
            .withReached(Milestone.FIRST_SEEN, NOW);

    @Test
    void beginsBlank() {
        Installation blank = Installation.blank();
        assertThat(blank.id()).isEmpty();
        assertThat(blank.salt()).isEmpty();
        assertThat(blank.preference()).isEqualTo(StoredPreference.UNSET);
        assertThat(blank.isSetupComplete()).isFalse();
        assertThat(blank.lastBeat()).isEmpty();
        assertThat(blank.reached(Milestone.FIRST_SEEN)).isEmpty();
    }

    @Test
    void keepsEverythingElseWhenOnePartChanges() {
        Installation changed = FULL.withReached(Milestone.FIRST_SEEN_SENT, NOW.plusSeconds(1))
                .withPreference(StoredPreference.NO)
                .withSetupComplete(false)
                .withLastBeat(TODAY.plusDays(1));
        assertThat(changed.id()).contains(ID);
        assertThat(changed.salt()).contains(SALT);
        assertThat(changed.reached(Milestone.FIRST_SEEN)).contains(NOW);
        assertThat(changed.reached(Milestone.FIRST_SEEN_SENT)).contains(NOW.plusSeconds(1));
        assertThat(changed.preference()).isEqualTo(StoredPreference.NO);
        assertThat(changed.isSetupComplete()).isFalse();
        assertThat(changed.lastBeat()).contains(TODAY.plusDays(1));
        assertThat(FULL.preference()).isEqualTo(StoredPreference.YES);
    }

    @Test
    void mayHoldAnIdWithoutASaltAndASaltWithoutAnId() {
        assertThat(Installation.blank().withId(ID).salt()).isEmpty();
        assertThat(Installation.blank().withSalt(SALT).id()).isEmpty();
        assertThat(Installation.blank().withId(ID).withSalt(SALT))
                .isEqualTo(Installation.blank().withIdentity(ID, SALT));
    }

    @Test
    void isEqualByAllItHolds() {
        assertThat(FULL)
                .isEqualTo(FULL.withSetupComplete(true))
                .hasSameHashCodeAs(FULL.withSetupComplete(true))
                .isNotEqualTo(FULL.withId(InstallId.random()))
                .isNotEqualTo(FULL.withSalt(Salt.random()))
                .isNotEqualTo(FULL.withPreference(StoredPreference.NO))
                .isNotEqualTo(FULL.withSetupComplete(false))
                .isNotEqualTo(FULL.withLastBeat(TODAY.plusDays(1)))
                .isNotEqualTo(FULL.withReached(Milestone.FIRST_SEEN, NOW.plusMillis(1)))
                .isNotEqualTo("installation");
        assertThat(FULL.hashCode()).isNotEqualTo(Installation.blank().hashCode());
    }

    @Test
    @Proves(Promise.P11)
    void neverPrintsTheSalt() {
        assertThat(FULL.toString()).doesNotContain(SALT.value()).contains(ID.toString(), "YES", "2027-06-10");
        assertThat(SALT).hasToString("Salt[***]");
    }

    @Test
    void mintsSaltsOfThirtyTwoRandomBytes() {
        assertThat(SALT.value())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(Salt.random().value());
        assertThat(SALT.key()).isEqualTo(SALT.value().getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new Salt(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value: must not be blank");
    }

    @Test
    void mintsIdsOfVersionFour() {
        assertThat(ID.value().version()).isEqualTo(4);
        assertThat(ID).isNotEqualTo(InstallId.random()).hasToString(ID.value().toString());
    }

    @Test
    void readsAnIdInAnyCase() {
        assertThat(InstallId.parse(ID.toString())).contains(ID);
        assertThat(InstallId.parse(ID.toString().toUpperCase(Locale.ROOT))).contains(ID);
        assertThat(InstallId.parse(new UUID(0, 1).toString())).contains(new InstallId(new UUID(0, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "\n",
                "0f8fad5b-d9cb-469f-a165-70867728950",
                "0f8fad5b-d9cb-469f-a165-70867728950ef",
                "0f8fad5bd9cb469fa16570867728950e0000",
                "0f8fad5b-d9cb-469f-a165-7086772895\n\n",
                "1-1-1-1-1",
                "000000f8fad5b-d9cb-469f-a165-7086772",
                "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"
            })
    void takesNothingElseForAnId(String text) {
        assertThat(InstallId.parse(text)).isEmpty();
    }
}
