package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Reads a file that another program rewrites in place: found empty or half-written, it is read again for a while.
 * Thread-safe.
 */
final class SharedFileReader {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path path;
    private final Pauser pauser;

    /** What stayed half-written to the end of the patience; the same is not waited for twice. */
    private volatile @Nullable Fingerprint hopeless;

    private record Fingerprint(int length, long checksum) {
        static Fingerprint of(byte[] content) {
            CRC32C checksum = new CRC32C();
            checksum.update(content);
            return new Fingerprint(content.length, checksum.getValue());
        }
    }

    SharedFileReader(Path path, Pauser pauser) {
        this.path = path;
        this.pauser = pauser;
    }

    /**
     * Reads what stands there.
     *
     * @return the text, or nothing if there is no file
     * @throws UnreadableFileException if something is there that cannot be used
     */
    Optional<JsonObjectText> read() throws UnreadableFileException {
        Patience patience = new Patience(pauser, PATIENCE);
        while (true) {
            Optional<byte[]> content = FileContent.of(SharedLink.resolve(path), JsonObjectReader.MAX_BYTES);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(JsonObjectText.of(path.toString(), content.get()));
            } catch (UnreadableFileException unreadable) {
                giveUpUnlessHalfWritten(unreadable, content.get(), patience);
            }
        }
    }

    private void giveUpUnlessHalfWritten(UnreadableFileException unreadable, byte[] content, Patience patience)
            throws UnreadableFileException {
        Fingerprint seen = Fingerprint.of(content);
        if (!unreadable.isPerhapsHalfWritten() || seen.equals(hopeless)) {
            throw unreadable;
        }
        if (!patience.waits()) {
            hopeless = seen;
            throw unreadable;
        }
    }

    /**
     * What was written to a file after it was replaced, through a descriptor opened before: another program's change that
     * nobody would see.
     *
     * @param replaced the replaced file
     * @param known what it held
     * @return what it holds once complete, or what is known if it never is
     */
    JsonObjectText overtaken(FileChannel replaced, JsonObjectText known) throws IOException {
        Patience patience = new Patience(pauser, PATIENCE);
        while (true) {
            byte[] content = contentOf(replaced);
            if (Arrays.equals(content, known.bytes())) {
                return known;
            }
            try {
                return JsonObjectText.of(path.toString(), content);
            } catch (UnreadableFileException halfWritten) {
                if (!patience.waits()) {
                    return known;
                }
            }
        }
    }

    /** The whole content of an open file, as far as a shared file may be long. */
    static byte[] contentOf(FileChannel opened) throws IOException {
        ByteBuffer content = ByteBuffer.allocate((int) Math.min(opened.size(), JsonObjectReader.MAX_BYTES) + 1);
        int position = 0;
        for (int read = 0; read >= 0 && content.hasRemaining(); position = content.position()) {
            read = opened.read(content, position);
        }
        return Arrays.copyOf(content.array(), content.position());
    }
}
