/**
 * What a test says it proves. {@link io.aboveboard.testkit.marks.Proves} names promises of the project, {@link
 * io.aboveboard.testkit.marks.Fault} lines of the {@link io.aboveboard.testkit.marks.FaultCatalogue}; from both, {@code
 * docs/promises.md} is generated, and a promise or fault without a test or a stated reason fails the build. What runs {@link
 * io.aboveboard.testkit.marks.AgainstDouble} proves nothing.
 */
package io.aboveboard.testkit.marks;
