package io.aboveboard.domain.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The library's threads that were started since this was made. */
final class LibraryThreads {
    private final Set<Thread> before = current();

    List<Thread> started() {
        return current().stream().filter(thread -> !before.contains(thread)).toList();
    }

    private static Set<Thread> current() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("aboveboard-"))
                .collect(Collectors.toSet());
    }
}
