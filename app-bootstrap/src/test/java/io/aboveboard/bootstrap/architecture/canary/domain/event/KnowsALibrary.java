package io.aboveboard.bootstrap.architecture.canary.domain.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Knows a library. */
public final class KnowsALibrary {
    JsonNode known() {
        return NullNode.getInstance();
    }
}
