package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.testkit.fake.FailingConsentMirror;
import io.aboveboard.testkit.marks.AgainstDouble;

@AgainstDouble
class FailingConsentMirrorContractTest implements ConsentMirrorContract {
    private final ConsentMirror mirror = new FailingConsentMirror();

    @Override
    public ConsentMirror mirror() {
        return mirror;
    }
}
