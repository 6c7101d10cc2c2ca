/**
 * Looks whether everything is in order, and says what to do where it is not: {@link
 * io.aboveboard.bootstrap.doctor.Doctor} asks in turn about settings, folder, consent and outbox, and has the sink
 * examined.
 */
package io.aboveboard.bootstrap.doctor;
