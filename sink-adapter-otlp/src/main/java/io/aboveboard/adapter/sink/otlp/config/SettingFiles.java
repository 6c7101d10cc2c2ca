package io.aboveboard.adapter.sink.otlp.config;

import java.io.IOException;

/** Reads the files that settings name, for a package that does not touch the disk itself. */
@FunctionalInterface
public interface SettingFiles {
    /**
     * Reads a whole file.
     *
     * @param path as the setting names it
     * @param secret whether it holds a secret, so that others must not be able to read it
     * @throws IOException where it cannot be read or is open to others although it is secret; the message says which
     */
    byte[] read(String path, boolean secret) throws IOException;
}
