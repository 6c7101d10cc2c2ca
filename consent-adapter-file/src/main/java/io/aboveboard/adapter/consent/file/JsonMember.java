package io.aboveboard.adapter.consent.file;

import com.fasterxml.jackson.core.JsonToken;

/**
 * Where one member of a JSON object stands in the text.
 *
 * @param name its name, decoded
 * @param start the offset of the name's opening quote
 * @param valueStart the offset of the first byte of the value
 * @param valueEnd the offset behind the last byte of the value
 * @param token what the value begins with
 */
record JsonMember(String name, int start, int valueStart, int valueEnd, JsonToken token) {}
