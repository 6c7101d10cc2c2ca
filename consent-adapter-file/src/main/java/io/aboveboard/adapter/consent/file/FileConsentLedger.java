package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The receipts of an installation in {@code telemetry/consent.jsonl}, one JSON object a line. Every reading checks
 * sequence and hashes. A last line without its line break was cut short by a crash and never acknowledged: it is passed
 * over, and cut off by the next decision. Obtained from {@link FileInstallationStore#ledger()}.
 *
 * <p>Thread-safe, and safe beside other processes. Holds nothing open. Its failures say which line is broken.
 */
public final class FileConsentLedger implements ConsentLedger {
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final int MAX_LINE_BYTES = 64 * 1024;

    private final StateDirectory directory;
    private final StateLock lock;
    private final Disk disk;

    FileConsentLedger(StateDirectory directory, StateLock lock, Disk disk) {
        this.directory = directory;
        this.lock = lock;
        this.disk = disk;
    }

    @Override
    public Optional<ConsentReceipt> last() {
        return Optional.ofNullable(readable().last());
    }

    @Override
    public List<ConsentReceipt> history() {
        return readable().receipts();
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        try {
            return Uninterruptible.call(() -> {
                read();
                directory.create();
                return lock.whileHeld(() -> appendNow(decision));
            });
        } catch (IOException failed) {
            throw new ConsentLedgerException(
                    "The decision was not recorded: " + Explanation.of(failed, directory.receipts()), failed);
        }
    }

    private ReceiptChain readable() {
        try {
            return Uninterruptible.call(this::read);
        } catch (IOException unreadable) {
            throw new ConsentLedgerException(
                    "The receipts cannot be read: " + Explanation.of(unreadable, directory.receipts()), unreadable);
        }
    }

    private ReceiptChain read() throws UnreadableFileException {
        Optional<byte[]> content = FileContent.of(directory.receipts(), MAX_BYTES);
        return content.isPresent()
                ? ReceiptChain.of(directory.receipts().toString(), content.get())
                : ReceiptChain.empty();
    }

    private ConsentReceipt appendNow(ConsentDecision decision) throws IOException {
        ReceiptChain chain = read();
        ConsentReceipt receipt = decision.after(chain.last());
        byte[] line = (ReceiptJson.write(receipt) + "\n").getBytes(StandardCharsets.UTF_8);
        if (line.length > MAX_LINE_BYTES || chain.length() + line.length > MAX_BYTES) {
            throw new IOException("the receipt would be too long to be read again");
        }
        try {
            write(line, chain.length());
            return receipt;
        } catch (IOException failed) {
            takeBack(chain.length(), failed);
            throw failed;
        }
    }

    private void write(byte[] line, int position) throws IOException {
        Path file = directory.receipts();
        try (FileChannel opened = open(file)) {
            Ownership.ofParent(file).ifPresent(folder -> folder.isGivenTo(file));
            opened.truncate(position);
            opened.position(position);
            disk.write(opened, line);
            disk.sync(opened);
        }
        if (position == 0) {
            disk.syncFolder(Objects.requireNonNull(file.getParent(), "parent"));
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                StateDirectory.privateTo(file, "rw-------"));
    }

    /** A receipt that may not be durable must not be found by the next reader. */
    private void takeBack(int length, IOException because) {
        try {
            Uninterruptible.call(() -> {
                try (FileChannel opened = open(directory.receipts())) {
                    opened.truncate(length);
                    opened.force(true);
                    return length;
                }
            });
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }
}
