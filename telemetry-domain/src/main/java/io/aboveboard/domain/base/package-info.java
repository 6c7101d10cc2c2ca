/**
 * The base layer: {@link io.aboveboard.domain.base.BaseFields} is all it ever says, {@link
 * io.aboveboard.domain.base.BaseEvent} the two occasions, {@link io.aboveboard.domain.base.BeatSchedule} when the daily
 * one is due.
 */
package io.aboveboard.domain.base;
