package io.aboveboard.domain.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsTest {
    private static final Instant NOW = Instant.parse("2027-06-10T03:00:00Z");
    private static final RecordUid UID = new RecordUid("uid");
    private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);

    @Test
    @Proves(Promise.P3)
    void aBaseRecordSaysTheTwelveFieldsAndNothingElse() {
        BaseFields fields = BaseFields.reportedAt(
                NOW,
                InstallId.random(),
                Service.of("timetracker", "5.10.0"),
                new Platform("Linux", "6.1", "x86_64", "en_US", "UTC", "native"),
                NOW.minusSeconds(60));
        BaseRecord record = new BaseRecord(BaseEvent.HEARTBEAT, fields, UID);
        assertThat(record.layer()).isEqualTo(Layer.BASE);
        assertThat(record.epoch()).isZero();
        assertThat(record.eventName()).isEqualTo("base_telemetry.heartbeat");
        assertThat(record.identity()).isEqualTo(fields.installId().toString());
        assertThat(record.occurredAt()).isEqualTo(NOW);
        assertThat(record.observedAt()).isEqualTo(NOW);
        Map<String, PropertyValue> expected = new LinkedHashMap<>();
        fields.entries().forEach((name, value) -> expected.put(name, new PropertyValue.Text(value)));
        assertThat(record.attributes()).hasSize(12).containsExactlyEntriesOf(expected);
        assertThatThrownBy(() -> record.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Proves(Promise.P9)
    void anEncodedRecordKeepsACopyOfItsPartOfALargerArrayAndWritesIt() {
        byte[] larger = "<bytes>".getBytes(StandardCharsets.UTF_8);
        EncodedRecord record = new EncodedRecord(Layer.DETAILED, 1, UID, NOW, larger, 1, BYTES.length);
        larger[1] = '!';
        assertThat(record).isEqualTo(new EncodedRecord(Layer.DETAILED, 1, UID, NOW, BYTES));
        ByteBuffer target = ByteBuffer.allocate(BYTES.length + 2).put((byte) '(');
        record.writeTo(target);
        assertThat(target.put((byte) ')').array())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("(bytes)");
        assertThatThrownBy(() -> new EncodedRecord(Layer.DETAILED, 1, UID, NOW, larger, 3, BYTES.length))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> record.writeTo(ByteBuffer.allocate(1))).isInstanceOf(BufferOverflowException.class);
    }

    @Test
    void aDetailedRecordKeepsACopyOfItsAttributesInOrder() {
        Map<String, PropertyValue> attributes = new LinkedHashMap<>();
        attributes.put("z", new PropertyValue.Whole(1));
        attributes.put("a", new PropertyValue.Flag(true));
        DetailedRecord record =
                new DetailedRecord(7, UID, EventName.of("timer.started"), "42", NOW, NOW.plusMillis(1), attributes);
        attributes.clear();
        assertThat(record.attributes().keySet()).containsExactly("z", "a");
        assertThat(record.layer()).isEqualTo(Layer.DETAILED);
        assertThat(record.eventName()).isEqualTo("timer.started");
        assertThatThrownBy(() -> record.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Proves(Promise.P9)
    void anEncodedRecordCannotBeChanged() {
        byte[] given = BYTES.clone();
        EncodedRecord record = new EncodedRecord(Layer.DETAILED, 3, UID, NOW, given);
        given[0] = 0;
        record.bytes()[1] = 0;
        assertThat(record.bytes()).isEqualTo(BYTES);
        assertThat(record.size()).isEqualTo(5);
    }

    @Test
    void anEncodedRecordIsEqualByAllItHolds() {
        EncodedRecord record = new EncodedRecord(Layer.DETAILED, 3, UID, NOW, BYTES);
        assertThat(record)
                .isEqualTo(new EncodedRecord(Layer.DETAILED, 3, UID, NOW, BYTES))
                .hasSameHashCodeAs(new EncodedRecord(Layer.DETAILED, 3, UID, NOW, BYTES))
                .isNotEqualTo(new EncodedRecord(Layer.BASE, 3, UID, NOW, BYTES))
                .isNotEqualTo(new EncodedRecord(Layer.DETAILED, 4, UID, NOW, BYTES))
                .isNotEqualTo(new EncodedRecord(Layer.DETAILED, 3, new RecordUid("other"), NOW, BYTES))
                .isNotEqualTo(new EncodedRecord(Layer.DETAILED, 3, UID, NOW.plusMillis(1), BYTES))
                .isNotEqualTo(new EncodedRecord(Layer.DETAILED, 3, UID, NOW, new byte[5]))
                .isNotEqualTo("record");
    }

    @Test
    @Proves(Promise.P11)
    void anEncodedRecordDoesNotPrintWhatItHolds() {
        assertThat(new EncodedRecord(Layer.DETAILED, 3, UID, NOW, BYTES))
                .hasToString("EncodedRecord[DETAILED, epoch=3, uid=uid, 5 bytes]");
    }

    @ParameterizedTest
    @EnumSource
    void aDropReasonIsShownInLowerCase(DropReason reason) {
        assertThat(reason.code()).matches("[a-z_]+").isEqualToIgnoringCase(reason.name());
    }
}
