package io.aboveboard.adapter.scheduler.quartz;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The live threads of this process, by difference. */
final class Threads {
    private static final Set<String> OF_THE_JVM = Set.of("system", "InnocuousThreadGroup");

    private final Set<Thread> before;

    private Threads(Set<Thread> before) {
        this.before = before;
    }

    static Threads now() {
        return new Threads(new HashSet<>(Thread.getAllStackTraces().keySet()));
    }

    /** Those that were started since and still live. */
    List<Thread> added() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && thread.isAlive())
                .filter(Threads::isOurs)
                .toList();
    }

    /** The JVM and the test runner come and go with threads of their own. */
    private static boolean isOurs(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null
                && !OF_THE_JVM.contains(group.getName())
                && !thread.getName().startsWith("surefire");
    }
}
