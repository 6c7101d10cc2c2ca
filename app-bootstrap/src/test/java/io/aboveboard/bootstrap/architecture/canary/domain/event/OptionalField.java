package io.aboveboard.bootstrap.architecture.canary.domain.event;

import java.util.Optional;

/** Keeps an Optional. */
public final class OptionalField {
    private final Optional<String> name = Optional.empty();

    String name() {
        return name.orElse("");
    }
}
