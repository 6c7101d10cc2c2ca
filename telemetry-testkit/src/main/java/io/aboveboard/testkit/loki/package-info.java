/**
 * A stand-in for Grafana Loki. {@link io.aboveboard.testkit.loki.FakeLoki} takes what Loki takes and refuses what Loki
 * refuses, by its {@link io.aboveboard.testkit.loki.LokiLimits}; what it stored are {@link
 * io.aboveboard.testkit.loki.LokiEntry}s, what it did not are {@link io.aboveboard.testkit.loki.Discarded}. It is as
 * overloaded as a {@link io.aboveboard.testkit.loki.LokiOverload} says, and its clock is the test's.
 */
package io.aboveboard.testkit.loki;
