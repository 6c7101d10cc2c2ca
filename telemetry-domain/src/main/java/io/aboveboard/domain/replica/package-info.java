/**
 * One of several replicas of an installation, as it sees what it shares with the others: {@link
 * io.aboveboard.domain.replica.ReplicaInstallationStore} keeps it going while the shared store is out of reach, and minds the
 * file that its own host may write.
 */
package io.aboveboard.domain.replica;
