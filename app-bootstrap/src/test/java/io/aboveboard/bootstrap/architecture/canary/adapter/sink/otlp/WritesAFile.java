package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to the disk the old way. */
public final class WritesAFile {
    OutputStream open() throws IOException {
        return new FileOutputStream("records");
    }
}
