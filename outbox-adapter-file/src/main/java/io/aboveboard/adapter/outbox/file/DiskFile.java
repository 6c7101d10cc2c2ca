package io.aboveboard.adapter.outbox.file;

import java.io.Closeable;
import java.io.IOException;

/** An open file. Not for several threads at once. */
interface DiskFile extends Closeable {
    /** Writes all of it. When that fails, some of it may have been written. */
    void write(long position, byte[] source, int length) throws IOException;

    /**
     * Reads as much as there is room for, or as there is.
     *
     * @return how many bytes were read
     */
    int read(long position, byte[] target, int offset, int length) throws IOException;

    long size() throws IOException;

    void truncate(long size) throws IOException;

    /** Makes what was written durable. After a failure nobody knows what is: the file is not to be trusted any more. */
    void sync() throws IOException;

    @Override
    void close() throws IOException;
}
