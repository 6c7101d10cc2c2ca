package io.aboveboard.domain.event;

import io.aboveboard.domain.privacy.KeyHint;

/**
 * What is to be done with a key, and with its values.
 *
 * @param key the key as it will be sent, if it can be
 * @param verdict whether it can be
 * @param hint what it says about its values
 */
record KeyRuling(String key, PropertyRules.KeyVerdict verdict, KeyHint hint) {}
