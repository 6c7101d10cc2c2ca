-- One row an installation. Revision 0 stands for one of which nothing is stored yet.
CREATE TABLE aboveboard_installation (
    name VARCHAR(128) PRIMARY KEY,
    revision BIGINT NOT NULL,
    install_id UUID,
    salt VARCHAR(1024),
    telemetry_enabled BOOLEAN,
    setup_complete BOOLEAN NOT NULL,
    last_beat_on DATE,
    first_seen_at TIMESTAMP WITH TIME ZONE,
    first_seen_sent_at TIMESTAMP WITH TIME ZONE,
    install_ping_sent_at TIMESTAMP WITH TIME ZONE,
    notice_shown_at TIMESTAMP WITH TIME ZONE,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- Rows that are only ever locked: decisions exclusively, the handling of records shared.
CREATE TABLE aboveboard_gate (
    name VARCHAR(128) PRIMARY KEY
);

-- Rows that are only ever added. Chain 0 is the current one, the others belong to identities that were given up.
-- decided_at is part of the hash, recorded_at is the clock of the database.
CREATE TABLE aboveboard_receipt (
    installation VARCHAR(128) NOT NULL,
    chain BIGINT NOT NULL DEFAULT 0,
    sequence BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    surface VARCHAR(32) NOT NULL,
    actor VARCHAR(128) NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE NOT NULL,
    text_version TEXT NOT NULL,
    schema_version TEXT NOT NULL,
    recipient TEXT NOT NULL,
    previous_hash CHAR(64) NOT NULL,
    hash CHAR(64) NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (installation, chain, sequence)
);
