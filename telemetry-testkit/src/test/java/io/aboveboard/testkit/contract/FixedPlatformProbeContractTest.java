package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import io.aboveboard.testkit.marks.AgainstDouble;

@AgainstDouble
class FixedPlatformProbeContractTest implements PlatformProbeContract {
    @Override
    public PlatformProbe probe() {
        return new FixedPlatformProbe();
    }
}
