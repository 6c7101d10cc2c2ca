package io.aboveboard.bootstrap.architecture.canary.adapter.scheduler.quartz;

import com.fasterxml.jackson.databind.JsonNode;

/** An adapter with the library of another. */
public final class KnowsTheWrongLibrary {
    static final Class<?> KNOWN = JsonNode.class;
}
