package io.aboveboard.domain.port;

import java.util.Optional;

enum NoConsentMirror implements ConsentMirror {
    INSTANCE;

    @Override
    public Optional<Boolean> read() {
        return Optional.empty();
    }

    @Override
    public void write(boolean allowed) {
        // There is no copy to keep equal.
    }
}
