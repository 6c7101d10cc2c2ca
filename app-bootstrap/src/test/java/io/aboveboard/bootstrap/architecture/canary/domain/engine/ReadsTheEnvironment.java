package io.aboveboard.bootstrap.architecture.canary.domain.engine;

import java.util.Map;

/** Reads the environment. */
public final class ReadsTheEnvironment {
    Map<String, String> environment() {
        return System.getenv();
    }
}
