package io.aboveboard.bootstrap.http.html;

/**
 * Text, shown as it is whatever it holds.
 *
 * @param value the text
 */
record Text(String value) implements Content {}
