package io.aboveboard.testkit.contract;

import io.aboveboard.domain.memory.InMemoryConsentMirror;
import io.aboveboard.domain.port.ConsentMirror;

class InMemoryConsentMirrorContractTest implements ConsentMirrorContract {
    private final ConsentMirror mirror = new InMemoryConsentMirror();

    @Override
    public ConsentMirror mirror() {
        return mirror;
    }
}
