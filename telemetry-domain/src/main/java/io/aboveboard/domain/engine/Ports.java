package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.port.TelemetrySink;

/** The adapters that an engine works with. The engine closes outbox and sink. */
public record Ports(
        InstallationStore installation,
        Outbox outbox,
        TelemetrySink sink,
        HeartbeatScheduler scheduler,
        ConsentMirror mirror,
        FirstRunNotice notice,
        TelemetryMonitor monitor,
        PlatformProbe probe) {}
