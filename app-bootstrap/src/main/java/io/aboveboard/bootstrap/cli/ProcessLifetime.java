package io.aboveboard.bootstrap.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The lifetime of this process: until SIGTERM or Ctrl-C. The JVM would then end with 143 or 130 whatever the command says;
 * a command that closed in good order ends with its own code.
 */
final class ProcessLifetime implements Lifetime {
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode = ExitCode.COULD_NOT;

    private ProcessLifetime() {}

    static ProcessLifetime begin() {
        ProcessLifetime lifetime = new ProcessLifetime();
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::stop, "aboveboard-stop"));
        return lifetime;
    }

    @Override
    public boolean awaitStop(Duration atMost) {
        try {
            return stopRequested.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException askedToStop) {
            return true;
        }
    }

    @Override
    public void ended(int code) {
        exitCode = code;
        ended.countDown();
    }

    private void stop() {
        stopRequested.countDown();
        try {
            if (!ended.await(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                exitCode = ExitCode.COULD_NOT;
            }
        } catch (InterruptedException closeNow) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }
}
