package io.aboveboard.bootstrap.architecture.canary.adapter.consent.jdbc;

import org.sqlite.SQLiteConfig;

/** Speaks to one database only. */
public final class KnowsADriver {
    static final Class<?> KNOWN = SQLiteConfig.class;
}
