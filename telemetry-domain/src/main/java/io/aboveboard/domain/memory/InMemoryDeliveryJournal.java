package io.aboveboard.domain.memory;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryJournal;
import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.record.DropReason;
import java.util.EnumMap;
import java.util.Map;

/** A journal that ends with the process. Thread-safe. */
final class InMemoryDeliveryJournal implements DeliveryJournal {
    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    private long offered;
    private long delivered;
    private DeliveryMemo memo = DeliveryMemo.BLANK;

    @Override
    public synchronized Account account() {
        return new Account(offered, delivered, dropped, 0);
    }

    @Override
    public synchronized void note(long moreOffered, Map<DropReason, Long> moreDropped) {
        offered += moreOffered;
        moreDropped.forEach(this::dropped);
    }

    @Override
    public synchronized DeliveryMemo memo() {
        return memo;
    }

    @Override
    public synchronized void remember(DeliveryMemo newMemo) {
        memo = newMemo;
    }

    synchronized void delivered(long records) {
        delivered += records;
    }

    synchronized void dropped(DropReason reason, long records) {
        if (records > 0) {
            dropped.merge(reason, records, Long::sum);
        }
    }

    synchronized void forget() {
        offered = 0;
        delivered = 0;
        dropped.clear();
        memo = DeliveryMemo.BLANK;
    }
}
