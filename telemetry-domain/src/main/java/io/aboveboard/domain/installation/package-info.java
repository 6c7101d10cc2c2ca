/**
 * What is known of one installation: {@link io.aboveboard.domain.installation.Installation} holds its identity, the
 * host's stored preference and the milestones; {@link io.aboveboard.domain.installation.InstallationReading} is what
 * reading it can come to.
 */
package io.aboveboard.domain.installation;
