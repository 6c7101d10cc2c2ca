/**
 * How it works: {@link io.aboveboard.domain.engine.Engine} puts the parts together. An event enters at {@code Intake},
 * waits in {@code OfferQueue}, is made a record and encoded by {@code Recorder}, lies in the outbox, and is taken to the
 * sink by {@code Courier}; every step on this way passes the {@code Gate}. {@code BaseReporter} records the base layer,
 * {@code ConsentDesk} takes decisions, {@code Housekeeper} does what is due at start and from time to time, {@code
 * TransparencyDesk} shows. {@code Worker} alone knows threads.
 */
package io.aboveboard.domain.engine;
