package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Switches;
import java.nio.file.Path;

/**
 * Everything the process was told. Immutable; {@link #toString} shows no secret, because no part of it does.
 *
 * @param service who reports
 * @param stateDir where the installation lies, absolute
 * @param database where replicas share the installation, or {@code null} if it is kept in the folder alone
 * @param sink where records go, or {@code null} if nowhere
 * @param mirror where the host keeps its own copy of the decision, or {@code null} if nowhere
 * @param switches what the environment switches off or on
 * @param terms what a yes is asked for
 * @param heartbeat when to beat
 * @param http where the page and the ingest listen, or {@code null} if nowhere
 */
public record AppConfig(
        Service service,
        Path stateDir,
        @Nullable JdbcConfig database,
        @Nullable OtlpSinkConfig sink,
        @Nullable MirrorConfig mirror,
        Switches switches,
        TermsConfig terms,
        HeartbeatConfig heartbeat,
        @Nullable HttpConfig http) {

    /**
     * Whether a kill switch is on, so that nothing is written and nothing sent.
     *
     * @return true if one is
     */
    public boolean isSilenced() {
        return switches.silence() != Switches.Silence.NONE;
    }

    /**
     * Whether anything may ever leave.
     *
     * @return true if there is a sink and no kill switch is on
     */
    public boolean mayReport() {
        return sink != null && !isSilenced();
    }
}
