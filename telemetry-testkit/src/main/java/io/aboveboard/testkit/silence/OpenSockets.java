package io.aboveboard.testkit.silence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The sockets that this process has open, as Linux tells. */
final class OpenSockets {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OpenSockets() {}

    static boolean canBeSeen() {
        return Files.isReadable(DESCRIPTORS);
    }

    /** Such as {@code socket:[4711]}, a number that no two sockets share; none where they cannot be seen. */
    static Set<String> now() {
        Set<String> sockets = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(DESCRIPTORS)) {
            open.forEach(descriptor -> addSocket(descriptor, sockets));
        } catch (IOException notOnThisMachine) {
            return Set.of();
        }
        return sockets;
    }

    private static void addSocket(Path descriptor, Set<String> sockets) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            if (target.startsWith("socket:")) {
                sockets.add(target);
            }
        } catch (IOException closedMeanwhile) {
            // It is open no more, so there is nothing to tell of it.
        }
    }
}
