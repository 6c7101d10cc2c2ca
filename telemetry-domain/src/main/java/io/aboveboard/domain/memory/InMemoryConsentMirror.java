package io.aboveboard.domain.memory;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.ConsentMirror;
import java.util.Optional;

/** A host's setting that ends with the process. Thread-safe. */
public final class InMemoryConsentMirror implements ConsentMirror {
    private volatile @Nullable Boolean setting;

    /** A mirror in which nothing is set yet. */
    public InMemoryConsentMirror() {}

    @Override
    public Optional<Boolean> read() {
        return Optional.ofNullable(setting);
    }

    @Override
    public void write(boolean allowed) {
        setting = allowed;
    }
}
