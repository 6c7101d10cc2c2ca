package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import java.util.function.Supplier;

/**
 * What is made when it is first asked for, which is on a thread of the library: whoever builds it does not wait for it.
 * Made once; where that fails, the next who asks tries again. Thread-safe.
 */
final class Late<T> implements Supplier<T> {
    private final Supplier<? extends T> maker;
    private volatile @Nullable T made;

    Late(Supplier<? extends T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
