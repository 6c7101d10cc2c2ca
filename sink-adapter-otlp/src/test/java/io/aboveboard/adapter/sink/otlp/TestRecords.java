package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.record.BaseRecord;
import io.aboveboard.domain.record.DetailedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.fixture.Clearances;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Records and clearances as the domain makes them. */
public final class TestRecords {
    public static final Service SERVICE = new Service("timetracker", "5.10.0", "staging", "beta");
    public static final InstallId INSTALL_ID = new InstallId(UUID.fromString("6f1f6c52-7f52-4f41-9b8f-0f2ad6f3c0de"));
    public static final Instant NOW = Instant.parse("2027-03-28T01:02:03.456789012Z");
    public static final long EPOCH = 3;

    private static final Platform PLATFORM =
            new Platform("Linux", "6.1.0-18-amd64", "x86_64", "en_US", "Europe/Vienna", "docker");

    private TestRecords() {}

    public static BaseRecord heartbeat() {
        BaseFields fields = BaseFields.reportedAt(NOW, INSTALL_ID, SERVICE, PLATFORM, NOW.minusSeconds(86_400));
        return new BaseRecord(BaseEvent.HEARTBEAT, fields, new RecordUid("beat-1"));
    }

    public static DetailedRecord detailed(String uid, Map<String, PropertyValue> attributes) {
        return new DetailedRecord(
                EPOCH, new RecordUid(uid), EventName.PAGE_VIEW, "42", NOW.minusMillis(7), NOW, attributes);
    }

    /** A record with up to 40 attributes of any type, in texts of up to some kilobytes. */
    public static DetailedRecord generated(Random random) {
        Map<String, PropertyValue> attributes = new LinkedHashMap<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            attributes.put("key_" + random.nextInt(1_000), value(random));
        }
        return detailed("uid-" + random.nextInt(1_000_000), attributes);
    }

    private static PropertyValue value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new PropertyValue.Text(text(random));
            case 1 -> new PropertyValue.Whole(random.nextLong());
            case 2 -> new PropertyValue.Real(random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300));
            default -> new PropertyValue.Flag(random.nextBoolean());
        };
    }

    /** Latin, Greek, CJK and characters beyond the basic plane, so that every length of UTF-8 occurs. */
    private static String text(Random random) {
        int[] alphabet = {'a', 'ö', 'λ', '漢', 0x1F600};
        int length = random.nextInt(10) == 0 ? 3_000 : random.nextInt(30);
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, alphabet.length).forEach(i -> text.appendCodePoint(alphabet[i]));
        return text.toString();
    }

    public static Clearance clearance(Layer layer) {
        return layer == Layer.BASE ? Clearances.base() : Clearances.detailed(EPOCH);
    }
}
