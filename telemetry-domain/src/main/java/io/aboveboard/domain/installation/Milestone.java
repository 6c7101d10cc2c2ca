package io.aboveboard.domain.installation;

/** Moments in the life of an installation that must happen once and be remembered. */
public enum Milestone {
    /** When this installation was first seen; reported as {@code first_seen_at} ever after. */
    FIRST_SEEN,
    /** When {@code base_telemetry.first_seen} was delivered. */
    FIRST_SEEN_SENT,
    /** When the install ping was delivered. */
    INSTALL_PING_SENT,
    /** When the first-run notice was shown. */
    NOTICE_SHOWN
}
