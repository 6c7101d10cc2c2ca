package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.Salt;
import java.time.Instant;
import java.util.Optional;

/** An identity that is stored durably. */
record Identity(InstallId id, Salt salt) {

    static Optional<Identity> of(InstallationReading reading) {
        return reading.known().flatMap(Identity::of);
    }

    private static Optional<Identity> of(Installation installation) {
        return installation.id().flatMap(id -> installation.salt().map(salt -> new Identity(id, salt)));
    }

    /** Adds what is missing of an identity and changes nothing that is there. */
    static Installation complete(Installation installation, Instant now) {
        InstallId id = installation.id().orElseGet(InstallId::random);
        Salt salt = installation.salt().orElseGet(Salt::random);
        Installation identified = installation.withIdentity(id, salt);
        Instant firstSeen = identified.reached(Milestone.FIRST_SEEN_SENT).orElse(now);
        return isFirstSeenKnown(identified) ? identified : identified.withReached(Milestone.FIRST_SEEN, firstSeen);
    }

    static boolean isFirstSeenKnown(Installation installation) {
        return installation.reached(Milestone.FIRST_SEEN).isPresent();
    }

    static @Nullable InstallId idOf(InstallationReading reading) {
        return reading.known().flatMap(Installation::id).orElse(null);
    }
}
