package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file of the system. Through the API of old, because a channel would be closed by an interrupt of the host's thread. */
final class RealFile implements DiskFile {
    private final RandomAccessFile file;

    RealFile(Path path, Disk.Access access) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), access == Disk.Access.WRITE ? "rw" : "r");
    }

    @Override
    public void write(long position, byte[] source, int length) throws IOException {
        file.seek(position);
        file.write(source, 0, length);
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        file.seek(position);
        int read = 0;
        while (read < length) {
            int some = file.read(target, offset + read, length - read);
            if (some < 0) {
                break;
            }
            read += some;
        }
        return read;
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public void truncate(long size) throws IOException {
        file.setLength(size);
    }

    @Override
    public void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
