package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.consent.ConsentChain;
import io.aboveboard.domain.consent.ConsentDecision;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.ConsentLedgerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The receipts of an installation in {@code telemetry/consent.jsonl}, one JSON object a line. Every reading reads the file,
 * and checks sequence and hashes of what was not checked before. A last line without its line break was cut short by a crash and never acknowledged: it is passed
 * over, and cut off by the next decision. Obtained from {@link FileInstallationStore#ledger()}.
 *
 * <p>Thread-safe, and safe beside other processes. Holds nothing open. Its failures say which line is broken.
 */
public final class FileConsentLedger implements ConsentLedger {
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final int MAX_LINE_BYTES = 64 * 1024;
    private static final int MARK_LENGTH = 16;

    private final StateDirectory directory;
    private final StateLock lock;
    private final Disk disk;
    private final Reserve reserve;
    private volatile ReceiptChain checked = ReceiptChain.empty();

    FileConsentLedger(StateDirectory directory, StateLock lock, Disk disk) {
        this.directory = directory;
        this.lock = lock;
        this.disk = disk;
        this.reserve = new Reserve(directory.reserve());
    }

    @Override
    public Optional<ConsentReceipt> last() {
        return readable(chain -> Optional.ofNullable(chain.last(where())));
    }

    @Override
    public List<ConsentReceipt> history() {
        return readable(chain -> chain.receipts(where()));
    }

    @Override
    public ConsentChain verify() {
        return readable(ReceiptChain::chain);
    }

    /** What somebody wants to know of a chain. */
    @FunctionalInterface
    private interface Question<T> {
        T of(ReceiptChain chain) throws IOException;
    }

    private <T> T readable(Question<T> question) {
        try {
            return Uninterruptible.call(() -> question.of(read()));
        } catch (IOException unreadable) {
            throw new ConsentLedgerException(
                    "The receipts cannot be read: " + Explanation.of(unreadable, directory.receipts()), unreadable);
        }
    }

    /** Read anew each time, but checked anew only if a byte has changed since the last time. */
    private ReceiptChain read() throws UnreadableFileException {
        byte[] content = FileContent.of(directory.receipts(), MAX_BYTES).orElse(new byte[0]);
        ReceiptChain chain = checked;
        if (!chain.isOf(content)) {
            chain = ReceiptChain.of(content);
            checked = chain;
        }
        return chain;
    }

    private String where() {
        return directory.receipts().toString();
    }

    @Override
    public ConsentReceipt append(ConsentDecision decision) {
        try {
            return Uninterruptible.call(() -> {
                read().receipts(where());
                directory.create();
                return lock.whileHeld(() -> appendNow(decision));
            });
        } catch (IOException failed) {
            throw new ConsentLedgerException(
                    "The decision was not recorded: " + Explanation.of(failed, directory.receipts()), failed);
        }
    }

    private ConsentReceipt appendNow(ConsentDecision decision) throws IOException {
        ReceiptChain chain = read();
        ConsentReceipt receipt = decision.after(chain.last(where()));
        byte[] line = (ReceiptJson.write(receipt) + "\n").getBytes(StandardCharsets.UTF_8);
        if (line.length > MAX_LINE_BYTES || chain.length() + line.length > MAX_BYTES) {
            throw new IOException("the receipt would be too long to be read again");
        }
        writeOrTakeBack(line, chain.length(), decision.state());
        return receipt;
    }

    /** For a no there is room even on a full disk, as long as the reserve lasts. */
    private void writeOrTakeBack(byte[] line, int position, ConsentState state) throws IOException {
        try {
            write(line, position);
            reserve.lay();
        } catch (IOException failed) {
            takeBack(position, failed);
            if (state == ConsentState.GRANTED || !Explanation.isFull(failed) || !reserve.isReleased()) {
                throw failed;
            }
            writeOrTakeBack(line, position, state);
        }
    }

    @Override
    public void retire() {
        try {
            Uninterruptible.call(() -> Files.exists(directory.receipts()) && lock.whileHeld(this::isRetired));
        } catch (IOException failed) {
            throw new ConsentLedgerException(
                    "The receipts were not put aside: " + Explanation.of(failed, directory.receipts()), failed);
        }
    }

    /** The name tells the chains apart and is the same for the same chain. */
    private boolean isRetired() throws IOException {
        List<ConsentReceipt> receipts = read().chain().receipts();
        String mark = receipts.isEmpty()
                ? "empty"
                : receipts.get(receipts.size() - 1).hash().substring(0, MARK_LENGTH);
        disk.rename(directory.receipts(), directory.retiredReceipts(mark));
        disk.syncFolder(directory.telemetry());
        return true;
    }

    @Override
    public void forgetRetired() {
        try {
            Uninterruptible.call(
                    () -> Files.exists(directory.telemetry()) && lock.whileHeld(this::areRetiredForgotten));
        } catch (IOException failed) {
            throw new ConsentLedgerException(
                    "The receipts were not deleted: " + Explanation.of(failed, directory.receipts()), failed);
        }
    }

    private boolean areRetiredForgotten() throws IOException {
        try (DirectoryStream<Path> retired = Files.newDirectoryStream(
                directory.telemetry(),
                directory.retiredReceipts("*").getFileName().toString())) {
            for (Path chain : retired) {
                Files.deleteIfExists(chain);
            }
        }
        disk.syncFolder(directory.telemetry());
        return true;
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
