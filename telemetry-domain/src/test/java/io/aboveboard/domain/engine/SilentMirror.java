package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.ConsentMirror;
import java.util.List;
import java.util.Optional;

/** Tells on whoever touches it. */
record SilentMirror(List<String> touched) implements ConsentMirror {
    @Override
    public Optional<Boolean> read() {
        touched.add("mirror read");
        return Optional.empty();
    }

    @Override
    public void write(boolean allowed) {
        touched.add("mirror written");
    }
}
