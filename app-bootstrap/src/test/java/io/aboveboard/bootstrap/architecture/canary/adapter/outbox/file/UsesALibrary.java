package io.aboveboard.bootstrap.architecture.canary.adapter.outbox.file;

import com.fasterxml.jackson.core.JsonFactory;

/** An adapter that needs the JDK alone and brings a library. */
public final class UsesALibrary {
    /** The library. */
    public final JsonFactory library = new JsonFactory();
}
