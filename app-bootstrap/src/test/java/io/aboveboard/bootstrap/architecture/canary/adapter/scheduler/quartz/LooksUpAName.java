package io.aboveboard.bootstrap.architecture.canary.adapter.scheduler.quartz;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks a name server. */
public final class LooksUpAName {
    InetAddress[] lookUp() throws UnknownHostException {
        return InetAddress.getAllByName("example.com");
    }
}
