package io.aboveboard.domain.host;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The clocks of the JVM. */
public final class JvmClocks {
    private JvmClocks() {}

    /**
     * The wall clock.
     *
     * @return the system's time
     */
    public static InstantSource wall() {
        return InstantSource.system();
    }

    /**
     * The monotonic ticker.
     *
     * @return nanoseconds since some moment
     */
    public static LongSupplier ticker() {
        return System::nanoTime;
    }
}
