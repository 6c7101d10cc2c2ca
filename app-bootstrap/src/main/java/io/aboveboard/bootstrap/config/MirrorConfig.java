package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.consent.jdbc.MirrorSql;

/**
 * Where the host keeps its own copy of the decision.
 *
 * @param database the host's database
 * @param sql how the copy is read and written there
 */
public record MirrorConfig(JdbcConfig database, MirrorSql sql) {}
