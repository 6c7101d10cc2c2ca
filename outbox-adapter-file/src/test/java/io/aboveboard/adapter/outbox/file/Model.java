package io.aboveboard.adapter.outbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.fixture.Clearances;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One random life of an outbox, with crashes in it, beside what it must have kept by its word. */
final class Model {
    private static final Path ROOT = Path.of("/state");
    private static final FileOutboxConfig CONFIG =
            new FileOutboxConfig(1 << 20, 700, Duration.ofDays(30), 1 << 20, () -> SampleInstallation.NOW);
    private static final int LIVES = 4;
    private static final int STEPS = 25;

    private final MemoryDisk disk = new MemoryDisk();
    private final Random random;
    private final Ending ending;
    private final Map<String, EncodedRecord> waiting = new LinkedHashMap<>();
    private final Set<EncodedRecord> everOffered = new HashSet<>();
    private final Set<String> inDoubt = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private long epoch = 1;
    private int next = 1;
    private long delivered;
    private long deliveredInDoubt;
    private long offered;
    private long offeredInDoubt;
    private Outbox outbox;

    /** How each life ends. */
    enum Ending {
        /** The process is killed: all that was written is there. */
        KILL,
        /** The power fails: what was not synced may be gone. */
        POWER_LOSS
    }

    Model(long seed, Ending ending) {
        this.random = new Random(seed);
        this.ending = ending;
        this.outbox = open();
    }

    private Outbox open() {
        return new FileOutbox(new Premises(disk, Folders.in(ROOT), CONFIG));
    }

    /** Returns how many lives ended in the middle of a step. */
    int run() {
        int crashes = 0;
        for (int life = 0; life < LIVES; life++) {
            disk.crashAfter(random.nextInt(400));
            try {
                live();
            } catch (MemoryDisk.Crash crash) {
                crashes++;
            }
            restart();
            assertThat(outbox.claim()).isTrue();
            verify();
            outbox.close();
            outbox = open();
        }
        return crashes;
    }

    private void live() {
        outbox.claim();
        for (int step = 0; step < STEPS; step++) {
            step(random.nextInt(12));
        }
        outbox.close();
    }

    private void step(int kind) {
        switch (kind) {
            case 0, 1, 2, 3 -> append(outbox, 1 + random.nextInt(4));
            case 4 -> appendBase();
            case 5, 6, 7 -> settle(Settlement.Delivered.at(SampleInstallation.NOW));
            case 8 -> settle(new Settlement.Dropped(DropReason.EXPIRED));
            case 9 -> purge();
            case 10 -> append(open(), 1 + random.nextInt(2));
            default -> replace();
        }
    }

    private void append(Outbox storing, int count) {
        List<EncodedRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(SampleEncodedRecords.detailed(epoch, next++, 20 + random.nextInt(200)));
        }
        append(storing, records);
    }

    private void appendBase() {
        append(outbox, List.of(SampleEncodedRecords.base(next++)));
    }

    private void append(Outbox storing, List<EncodedRecord> records) {
        everOffered.addAll(records);
        offeredInDoubt = records.size();
        storing.journal().note(records.size(), Map.of());
        offered += records.size();
        offeredInDoubt = 0;
        boolean isBase = records.get(0).layer() == Layer.BASE;
        storing.append(isBase ? Clearances.base() : Clearances.detailed(epoch), records);
        records.forEach(record -> waiting.put(record.uid().value(), record));
    }

    /** Some of the oldest of a layer, not always the first, nor side by side. */
    private List<EncodedRecord> some(Layer layer) {
        int skipped = random.nextInt(3);
        List<EncodedRecord> oldest = outbox.oldest(layer, 1 + random.nextInt(6), 2000, record -> random.nextInt(4) > 0);
        return oldest.subList(Math.min(skipped, oldest.size()), oldest.size());
    }

    private void settle(Settlement settlement) {
        List<EncodedRecord> records = some(random.nextInt(4) == 0 ? Layer.BASE : Layer.DETAILED);
        records.forEach(record -> inDoubt.add(record.uid().value()));
        boolean isDelivery = settlement instanceof Settlement.Delivered;
        deliveredInDoubt = isDelivery ? records.size() : 0;
        int settled = outbox.settle(records, settlement);
        assertThat(settled).isEqualTo(records.size());
        records.forEach(record -> waiting.remove(record.uid().value()));
        delivered += isDelivery ? settled : 0;
        deliveredInDoubt = 0;
        records.forEach(record -> ended.add(record.uid().value()));
    }

    private void purge() {
        long ended = epoch++;
        waiting.values().stream()
                .filter(record -> record.epoch() == ended)
                .forEach(record -> inDoubt.add(record.uid().value()));
        waiting.values().removeIf(record -> record.epoch() == ended);
        Outbox whose = random.nextBoolean() ? outbox : open();
        whose.purgeDetailedExcept(epoch);
        assertThat(outbox.contents().detailed()).isZero();
    }

    private void replace() {
        List<EncodedRecord> base = outbox.oldest(Layer.BASE, 1, 1);
        if (!base.isEmpty()) {
            EncodedRecord old = base.get(0);
            String uid = old.uid().value();
            EncodedRecord restamped = SampleEncodedRecords.restamped(old);
            inDoubt.add(uid);
            everOffered.add(restamped);
            outbox.replace(Clearances.base(), old, restamped);
            waiting.put(uid, restamped);
            inDoubt.remove(uid);
        }
    }

    private void restart() {
        if (ending == Ending.KILL) {
            disk.restartAfterKill();
        } else {
            disk.restartAfterPowerLoss(random);
        }
        outbox = open();
    }

    private void verify() {
        outbox.purgeDetailedExcept(epoch);
        Map<String, EncodedRecord> found = new LinkedHashMap<>();
        for (Layer layer : Layer.values()) {
            for (EncodedRecord record : outbox.oldest(layer, 10_000, Long.MAX_VALUE)) {
                assertThat(found.put(record.uid().value(), record)).as("twice").isNull();
            }
        }
        assertNothingIsMissing(found);
        assertNothingCameBack(found);
        assertAccountAddsUp(found);
        waiting.clear();
        waiting.putAll(found);
        inDoubt.clear();
    }

    private void assertNothingIsMissing(Map<String, EncodedRecord> found) {
        waiting.forEach((uid, record) -> {
            if (!inDoubt.contains(uid)) {
                assertThat(found).containsEntry(uid, record);
            }
        });
    }

    private void assertNothingCameBack(Map<String, EncodedRecord> found) {
        assertThat(everOffered).as("none half").containsAll(found.values());
        if (ending == Ending.KILL) {
            assertThat(found.keySet()).noneMatch(ended::contains);
        }
    }

    private void assertAccountAddsUp(Map<String, EncodedRecord> found) {
        Account account = outbox.journal().account();
        assertThat(account.pending()).isEqualTo(found.size());
        assertThat(account.lostUnclean()).isNotNegative();
        if (ending == Ending.KILL) {
            assertThat(account.delivered()).isBetween(delivered, delivered + deliveredInDoubt);
            assertThat(account.offered()).isBetween(offered, offered + offeredInDoubt);
        }
        offered = account.offered();
        delivered = account.delivered();
        offeredInDoubt = 0;
        deliveredInDoubt = 0;
    }
}
