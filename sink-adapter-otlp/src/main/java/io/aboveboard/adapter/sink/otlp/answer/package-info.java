/**
 * What an answer means.
 *
 * <p>{@link io.aboveboard.adapter.sink.otlp.answer.AnswerTable} is the entry point, a pure function from what the server
 * said to what is to be done with the batch; the other classes are its parts.
 */
package io.aboveboard.adapter.sink.otlp.answer;
