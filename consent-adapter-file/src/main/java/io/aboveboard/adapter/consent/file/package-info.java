/**
 * The installation in files. {@link io.aboveboard.adapter.consent.file.FileInstallationStore} is the entry: it reads and
 * changes {@code installation.json}, which a host shares with this project, and gives out the {@link
 * io.aboveboard.adapter.consent.file.FileConsentLedger} with the receipts.
 *
 * <p>From the outside in: {@code InstallationSave} makes one change; {@code InstallationJson} and {@code MilestonesJson}
 * know the keys, {@code JsonObjectText} splices the text; {@code SharedFile} replaces a file that others write without a
 * lock, {@code PrivateFile} one that nobody else writes, both through {@code TemporaryFile}; {@code StateLock} lets one
 * writer in at a time. {@code Disk} and {@code Pauser} are what tests replace.
 */
package io.aboveboard.adapter.consent.file;
