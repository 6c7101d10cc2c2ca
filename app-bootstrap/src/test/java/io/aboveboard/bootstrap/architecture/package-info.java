/**
 * The architecture as rules. {@link io.aboveboard.bootstrap.architecture.ArchitectureTest} holds the project to them, {@link
 * io.aboveboard.bootstrap.architecture.CanaryTest} shows of each rule that it can fail: a rule is a function of a {@link
 * io.aboveboard.bootstrap.architecture.Layout}, and below {@code canary} lies a small project laid out like this one in
 * which every rule is broken.
 */
package io.aboveboard.bootstrap.architecture;
