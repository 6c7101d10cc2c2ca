/**
 * Records as people see them: {@link io.aboveboard.bootstrap.view.RecordView} decodes the very bytes that are stored and
 * sent, and shows them as OTLP/JSON or as text. What a preview, the record of what was sent and a receiver show is
 * therefore the same.
 */
package io.aboveboard.bootstrap.view;
