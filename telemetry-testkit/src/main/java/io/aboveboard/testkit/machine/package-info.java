/**
 * What tests ask of the machine they run on and can do without: a {@link io.aboveboard.testkit.machine.SystemCommand}, a
 * {@link io.aboveboard.testkit.machine.Mount}. A test that does not get it is skipped and says why.
 */
package io.aboveboard.testkit.machine;
