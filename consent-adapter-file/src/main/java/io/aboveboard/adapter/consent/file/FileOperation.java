package io.aboveboard.adapter.consent.file;

import java.io.IOException;

/**
 * Something done with files.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
interface FileOperation<T> {
    T run() throws IOException;
}
