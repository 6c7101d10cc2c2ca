package io.aboveboard.bootstrap.http.guard;

import io.aboveboard.domain.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names we answer to. A page of somebody else whose name was made to point here would send its own name: that is how
 * it is told apart (DNS rebinding). Immutable and thread-safe.
 */
public final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int WEB_PORT = 80;

    private final Set<String> exact;
    private final Set<String> withAnyPort;

    private HostNames(Set<String> exact, Set<String> withAnyPort) {
        this.exact = Set.copyOf(exact);
        this.withAnyPort = Set.copyOf(withAnyPort);
    }

    /**
     * The names of an address: those of the loopback interface, its own, and what was configured.
     *
     * @param host the address listened on, an IPv6 one in brackets
     * @param port the port listened on
     * @param configured further names in lower case; one without a port is good with any
     * @return the names
     */
    public static HostNames of(String host, int port, Set<String> configured) {
        Stream<String> own = Stream.concat(LOOPBACK.stream(), Stream.of(host.toLowerCase(Locale.ROOT)));
        Set<String> exact = own.flatMap(name -> withPort(name, port)).collect(Collectors.toSet());
        exact.addAll(configured);
        return new HostNames(
                exact, configured.stream().filter(name -> portAt(name) < 0).collect(Collectors.toSet()));
    }

    private static Stream<String> withPort(String name, int port) {
        return port == WEB_PORT ? Stream.of(name, name + ":" + port) : Stream.of(name + ":" + port);
    }

    /**
     * Whether a caller means us.
     *
     * @param host what stands in the header {@code Host}
     * @return true only for a name that we know to be ours
     */
    public boolean contains(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return exact.contains(name) || (portAt(name) > 0 && withAnyPort.contains(name.substring(0, portAt(name))));
    }

    /**
     * Whether a request means us.
     *
     * @param hosts all its headers {@code Host}
     * @return true only for a single one that is good
     */
    public boolean areMeant(List<String> hosts) {
        return hosts.size() == 1 && contains(hosts.get(0));
    }

    /** Where the port begins, or -1 if there is none. What is no number is no port. */
    private static int portAt(String name) {
        int colon = name.lastIndexOf(':');
        boolean isPort = colon > 0
                && colon < name.length() - 1
                && colon > name.lastIndexOf(']')
                && name.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9');
        return isPort ? colon : -1;
    }
}
