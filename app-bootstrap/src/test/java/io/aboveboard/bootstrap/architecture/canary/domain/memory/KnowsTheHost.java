package io.aboveboard.bootstrap.architecture.canary.domain.memory;

import io.aboveboard.bootstrap.architecture.canary.domain.host.OpensASocket;

/** Memory, knowing another package at its side. */
public final class KnowsTheHost {
    static final Class<?> KNOWN = OpensASocket.class;
}
