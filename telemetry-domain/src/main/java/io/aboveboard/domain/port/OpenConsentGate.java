package io.aboveboard.domain.port;

import java.util.function.Supplier;

enum OpenConsentGate implements ConsentGate {
    INSTANCE;

    @Override
    public <T> T shared(Supplier<T> action) {
        return action.get();
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return action.get();
    }
}
