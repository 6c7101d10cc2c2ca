-- One row for each occasion on which an installation reports itself, made by whoever is first, with the record as it stands
-- on the wire. For the first_seen the date is 1970-01-01. Times are the database's, but for when it occurred.
CREATE TABLE aboveboard_claim (
    installation VARCHAR(128) NOT NULL,
    install_id UUID NOT NULL,
    event VARCHAR(16) NOT NULL,
    on_date DATE NOT NULL,
    uid VARCHAR(64) NOT NULL,
    occurred_second BIGINT NOT NULL,
    occurred_nano INTEGER NOT NULL,
    record BYTEA NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    held_since TIMESTAMP WITH TIME ZONE NOT NULL,
    delivered_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (installation, install_id, event, on_date)
);
