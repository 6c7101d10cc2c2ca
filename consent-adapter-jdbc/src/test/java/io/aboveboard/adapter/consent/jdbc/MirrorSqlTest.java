package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MirrorSqlTest {
    @Test
    void refusesToReadWithNothing() {
        assertThatThrownBy(() -> new MirrorSql(" ", MirrorSql.DEFAULT_WRITE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("read: must not be blank");
    }

    @Test
    void refusesToWriteWhereTheFlagHasNoPlace() {
        assertThatThrownBy(() -> new MirrorSql(MirrorSql.DEFAULT_READ, "UPDATE settings SET allow_analytics = TRUE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("write: must hold a ? where the flag goes");
    }
}
