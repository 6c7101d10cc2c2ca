package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.ConsentMirrorException;
import java.time.Duration;
import java.util.List;

/** Keeps the host's copy of the decision equal to it. A copy that cannot be written is tried again, and harms nobody. */
final class MirrorKeeper {
    /** A database that is down is no reason to wait for it each second. */
    static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final ConsentMirror mirror;
    private final Warnings warnings;
    private final Pause pause;
    private @Nullable Boolean known;

    MirrorKeeper(ConsentMirror mirror, Warnings warnings, Pause pause) {
        this.mirror = mirror;
        this.warnings = warnings;
        this.pause = pause;
    }

    /** Makes the copy equal to what is stored, unless that is unknown, or the last attempt failed just now. */
    void follow(StoredConsent stored) {
        if (!pause.left().isZero()) {
            return;
        }
        if (stored instanceof StoredConsent.Decided decided) {
            keep(decided.receipt().state() == ConsentState.GRANTED);
        } else if (stored instanceof StoredConsent.Undecided) {
            keep(false);
        }
    }

    private synchronized void keep(boolean allowed) {
        if (!Boolean.valueOf(allowed).equals(known)) {
            write(allowed);
        }
    }

    /**
     * Makes the copy equal to a decision, at once, whatever it was when last looked at: the host may have written it since.
     * Returns what a person should know, if anything.
     */
    synchronized List<String> write(boolean allowed) {
        try {
            if (mirror.read().filter(copy -> copy == allowed).isEmpty()) {
                mirror.write(allowed);
            }
            known = allowed;
            pause.succeeded();
            warnings.settle(Warnings.Topic.MIRROR);
            return List.of();
        } catch (ConsentMirrorException failed) {
            String warning = "the host's copy of the decision is behind: " + failed.getMessage();
            warnings.raise(Warnings.Topic.MIRROR, warning);
            pause.failed(warning, Duration.ZERO);
            return List.of(warning);
        }
    }
}
