package io.aboveboard.testkit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract and keeps which of its tests failed. */
final class ContractRun implements TestExecutionListener {
    private final Set<String> failed = new ConcurrentSkipListSet<>();
    private final AtomicInteger passed = new AtomicInteger();

    private ContractRun() {}

    static ContractRun of(Class<?> testClass) {
        ContractRun run = new ContractRun();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .build();
        LauncherFactory.create().execute(request, run);
        return run;
    }

    /** The methods that failed. */
    Set<String> failed() {
        return failed;
    }

    /** How many tests passed. */
    int passed() {
        return passed.get();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            failed.add(nameOf(test));
        } else if (test.isTest()) {
            passed.incrementAndGet();
        }
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .filter(source -> source instanceof MethodSource)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
    }
}
