package io.aboveboard.bootstrap.architecture.canary.bootstrap;

import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.http.Client;

/** Posts without a clearance. */
public final class GoesAroundTheSink {
    int send(Client client) {
        return client.post(new byte[0]);
    }
}
