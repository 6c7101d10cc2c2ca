/** The installation and its consent, kept in an {@code installation.json} that the host reads and writes too. */
package io.aboveboard.adapter.consent.file;
