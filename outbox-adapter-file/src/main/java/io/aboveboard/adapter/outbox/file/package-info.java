/**
 * The outbox in files. {@link io.aboveboard.adapter.outbox.file.FileOutbox} is the entry, {@link
 * io.aboveboard.adapter.outbox.file.FileOutboxConfig} its settings.
 *
 * <p>From the outside in: {@code Tenancy} knows whether this process owns the outbox; the owner has a {@code Spool}, others
 * make a {@code Visit} and look through a {@code View}. In the spool, {@code Appender} stores (with {@code Drafting},
 * {@code Eviction} and {@code Reserve}), {@code Desk} hands out, {@code Settler} writes down what became of records,
 * {@code Removal} and {@code Purge} delete, {@code Archive} keeps what was sent, {@code Inbox} takes over what others left,
 * {@code Recovery} does all that a crash left undone. {@code Segments} is what is known without reading, {@code Journal}
 * the account.
 *
 * <p>On the disk everything is a {@code FileHead} and {@code Frame}s: segments of {@code RecordFrame}s, {@code Ending}s
 * beside them, {@code Entry}s in the journal. {@code Disk} is what tests replace.
 */
package io.aboveboard.adapter.outbox.file;
