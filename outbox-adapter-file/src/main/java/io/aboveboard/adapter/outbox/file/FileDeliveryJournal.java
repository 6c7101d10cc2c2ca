package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryJournal;
import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.record.DropReason;
import java.util.Map;

/** The journal of a {@link FileOutbox}. Its owner keeps it; others read it, and leave notes for the owner. Thread-safe. */
final class FileDeliveryJournal implements DeliveryJournal {
    private final Tenancy tenancy;

    FileDeliveryJournal(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Account account() {
        return tenancy.look(
                "The account cannot be read",
                spool -> {
                    spool.poll();
                    return spool.journal().account();
                },
                Visit::account);
    }

    @Override
    public void note(long offered, Map<DropReason, Long> dropped) {
        Entry entry = Entry.noted(offered, dropped);
        tenancy.change(
                "What was counted could not be noted",
                spool -> {
                    spool.journal().note(entry);
                    return true;
                },
                visit -> {
                    visit.note(entry);
                    return true;
                });
    }

    @Override
    public DeliveryMemo memo() {
        return tenancy.look(
                "How delivery fared cannot be read", spool -> spool.journal().memo(), Visit::memo);
    }

    @Override
    public void remember(DeliveryMemo memo) {
        tenancy.own("How delivery fares could not be stored", spool -> {
            spool.journal().remember(memo);
            return true;
        });
    }
}
