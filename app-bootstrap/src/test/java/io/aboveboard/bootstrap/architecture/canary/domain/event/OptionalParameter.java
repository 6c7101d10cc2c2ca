package io.aboveboard.bootstrap.architecture.canary.domain.event;

import java.util.OptionalInt;

/** Wants an Optional. */
public final class OptionalParameter {
    String nameOr(OptionalInt number) {
        return number.toString();
    }
}
