package io.aboveboard.adapter.outbox.file;

import java.time.Instant;

/**
 * What all parts of an outbox share.
 *
 * @param disk the disk
 * @param folders where everything lies
 * @param config how large and how long
 */
record Premises(Disk disk, Folders folders, FileOutboxConfig config) {
    Instant now() {
        return config.clock().instant();
    }

    /** Says something that an operator should know and that is no failure of a call. */
    static void warn(String message) {
        System.getLogger(FileOutbox.class.getName()).log(System.Logger.Level.WARNING, message);
    }
}
