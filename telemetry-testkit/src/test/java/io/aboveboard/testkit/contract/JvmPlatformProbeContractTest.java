package io.aboveboard.testkit.contract;

import io.aboveboard.domain.host.JvmPlatformProbe;
import io.aboveboard.domain.port.PlatformProbe;

class JvmPlatformProbeContractTest implements PlatformProbeContract {
    @Override
    public PlatformProbe probe() {
        return JvmPlatformProbe.ofThisProcess();
    }
}
