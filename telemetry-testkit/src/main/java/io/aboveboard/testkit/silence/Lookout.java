package io.aboveboard.testkit.silence;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Looks again and again for threads and sockets that were not there at first. Thread-safe. */
final class Lookout implements AutoCloseable {
    private static final String PREFIX = "aboveboard";

    private final Set<Thread> threadsBefore = threads();
    private final Set<String> socketsBefore = OpenSockets.now();
    private final Set<String> noticed = new LinkedHashSet<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread watch = new Thread(this::watch, "silence-watch");

    private Lookout() {}

    static Lookout begin() {
        Lookout lookout = new Lookout();
        lookout.watch.setDaemon(true);
        lookout.watch.start();
        return lookout;
    }

    private void watch() {
        try {
            do {
                look();
            } while (!ended.await(1, TimeUnit.MILLISECONDS));
        } catch (InterruptedException toldToStop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        threads().stream()
                .filter(thread -> !threadsBefore.contains(thread))
                .forEach(thread -> noticed.add("a thread was started: " + thread.getName()));
        OpenSockets.now().stream()
                .filter(socket -> !socketsBefore.contains(socket))
                .forEach(socket -> noticed.add("a socket was opened: " + socket));
    }

    /** Looks for a last time. */
    synchronized Set<String> end() {
        look();
        return Set.copyOf(noticed);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(PREFIX))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
