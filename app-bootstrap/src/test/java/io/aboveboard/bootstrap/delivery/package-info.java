/** The whole way of a record over the real adapters, at a pace of the test's own, to a receiver that keeps Loki's rules. */
package io.aboveboard.bootstrap.delivery;
