/**
 * How it works: {@link io.aboveboard.domain.engine.Engine} runs what {@code Parts} puts together. An event enters at {@code
 * Intake}, waits in {@code OfferQueue}, and is taken by {@code Recorder}, which has a {@code Commit} make records of many at a time,
 * encode them and append them to the outbox; what comes from other processes enters at {@code IngestDesk} and takes the
 * same commit. {@code Courier} empties the outbox: {@code NextBatch} chooses by age and layer, the sink takes it, and {@code
 * Settling} does what the answer means; {@code Diary} keeps over restarts how that fares. Every step on this way passes the
 * {@code Gate}. {@code BaseReporter} records the base layer, {@code ConsentDesk} takes decisions, {@code Eraser} forgets,
 * {@code Housekeeper} does what is due at start and from time to time, {@code TransparencyDesk} shows. {@code Worker} alone
 * knows threads.
 */
package io.aboveboard.domain.engine;
