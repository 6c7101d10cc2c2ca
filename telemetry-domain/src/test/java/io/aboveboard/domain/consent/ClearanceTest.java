package io.aboveboard.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Proves(Promise.P1)
class ClearanceTest {
    private static final Clearance DETAILED = new Clearance(Layer.DETAILED, 3, "hash", 1);

    @Test
    void coversTheRecordsOfItsOwnLayerAndEpoch() {
        assertThat(DETAILED.covers(record(Layer.DETAILED, 3))).isTrue();
        assertThat(DETAILED.covers(record(Layer.DETAILED, 2))).isFalse();
        assertThat(DETAILED.covers(record(Layer.DETAILED, 4))).isFalse();
        assertThat(DETAILED.covers(record(Layer.BASE, 3))).isFalse();
    }

    @Test
    void saysWhatItRestsOn() {
        assertThat(DETAILED.receiptHash()).isEqualTo("hash");
        assertThat(DETAILED.schemaVersion()).isEqualTo(1);
    }

    @Test
    void cannotBeMadeOutsideThisPackage() {
        for (Constructor<?> constructor : Clearance.class.getDeclaredConstructors()) {
            assertThat(constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                    .isZero();
        }
        assertThat(Modifier.isFinal(Clearance.class.getModifiers())).isTrue();
    }

    @Test
    void printsNoHash() {
        assertThat(DETAILED).hasToString("Clearance[DETAILED, epoch=3]");
    }

    @Test
    @SuppressWarnings("NullAway")
    void restsOnFactsThatAreAllGiven() {
        StoredConsent undecided = new StoredConsent.Undecided();
        assertThatThrownBy(() -> new ConsentFacts(null, true, true, undecided, "1"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("switches");
        assertThatThrownBy(() -> new ConsentFacts(Switches.unset(), true, true, null, "1"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("stored");
        assertThatThrownBy(() -> new ConsentFacts(Switches.unset(), true, true, undecided, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("textVersion");
    }

    private static EncodedRecord record(Layer layer, long epoch) {
        return new EncodedRecord(layer, epoch, new RecordUid("uid"), Instant.EPOCH, new byte[1]);
    }
}
