package io.aboveboard.testkit.fake;

import io.aboveboard.domain.memory.InMemoryConsentMirror;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.ConsentMirrorException;
import java.util.Optional;

/** A mirror that works until told to fail. Thread-safe. */
public final class FailingConsentMirror implements ConsentMirror {
    private final ConsentMirror mirror = new InMemoryConsentMirror();
    private final Breaker breaker = new Breaker();

    /** A mirror that works, with nothing set yet. */
    public FailingConsentMirror() {}

    /** From now on every call fails. */
    public void fail() {
        breaker.set(true);
    }

    /** From now on every call works again. */
    public void recover() {
        breaker.set(false);
    }

    @Override
    public Optional<Boolean> read() {
        breaker.check(ConsentMirrorException::new);
        return mirror.read();
    }

    @Override
    public void write(boolean allowed) {
        breaker.check(ConsentMirrorException::new);
        mirror.write(allowed);
    }
}
