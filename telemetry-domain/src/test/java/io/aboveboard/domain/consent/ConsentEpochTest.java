package io.aboveboard.domain.consent;

import static io.aboveboard.domain.consent.ConsentState.DENIED;
import static io.aboveboard.domain.consent.ConsentState.GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentEpochTest {
    private final List<ConsentReceipt> history = new ArrayList<>();

    @Test
    void isNoneWhereNothingWasDecided() {
        assertThat(ConsentEpoch.of(history)).isEmpty();
    }

    @Test
    void beginsWithEveryNo() {
        decided(GRANTED, "1");
        decided(DENIED, "1");
        assertIsIn(2);
        decided(DENIED, "1");
        assertIsIn(3);
    }

    @Test
    void beginsWithAYesAfterANo() {
        decided(GRANTED, "1");
        decided(DENIED, "1");
        decided(GRANTED, "1");
        assertIsIn(3);
    }

    @Test
    void goesOnWhileNothingButYesIsSaid() {
        decided(DENIED, "1");
        decided(GRANTED, "1");
        decided(GRANTED, "1");
        decided(GRANTED, "1");
        assertIsIn(2);
    }

    @Test
    void beginsWithAYesToAnotherText() {
        decided(GRANTED, "1");
        decided(GRANTED, "2");
        decided(GRANTED, "2");
        assertIsIn(2);
    }

    @Test
    void isWhatAClearanceRestsOn() {
        decided(GRANTED, "1");
        decided(GRANTED, "1");
        InstallationReading yes =
                new InstallationReading.Found(Installation.blank().withPreference(StoredPreference.YES));
        assertThat(current().with(yes))
                .isEqualTo(new StoredConsent.Decided(current().last(), 1));
        InstallationReading no =
                new InstallationReading.Found(Installation.blank().withPreference(StoredPreference.NO));
        assertThat(current().with(no)).isEqualTo(new StoredConsent.WrittenByHost(DENIED));
    }

    private void assertIsIn(long epoch) {
        assertThat(current()).isEqualTo(new ConsentEpoch(epoch, history.get(history.size() - 1)));
    }

    private ConsentEpoch current() {
        return ConsentEpoch.of(history).orElseThrow();
    }

    private void decided(ConsentState state, String textVersion) {
        ConsentReceipt last = history.isEmpty() ? null : history.get(history.size() - 1);
        ConsentTerms terms = new ConsentTerms(textVersion, "1", "otlp.example.org");
        history.add(new ConsentDecision(state, new Actor(Surface.CLI, ""), Receipts.NOW, terms).after(last));
    }
}
