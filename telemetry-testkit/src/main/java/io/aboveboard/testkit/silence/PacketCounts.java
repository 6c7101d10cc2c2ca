package io.aboveboard.testkit.silence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kernel has counted in one network namespace.
 *
 * @param connections TCP connections that were begun, whether or not somebody answered
 * @param datagrams UDP datagrams that were sent, as a look-up of a name does
 * @param packets packets of any kind that were sent
 * @param unrouted packets that were to be sent but had no way out
 */
record PacketCounts(long connections, long datagrams, long packets, long unrouted) {
    private static final PacketCounts NONE = new PacketCounts(0, 0, 0, 0);
    private static final Path OWN = Path.of("/proc/self/net");

    /** Those of this process; zeros where they would be those of the whole machine. */
    static PacketCounts ofThisProcess() {
        try {
            return areOwn() ? in(OWN) : NONE;
        } catch (IOException notOnThisMachine) {
            return NONE;
        }
    }

    /** Whether there is nothing but loopback, so that nobody else's traffic is counted. */
    static boolean areOwn() {
        try (var lines = Files.lines(OWN.resolve("dev"))) {
            return lines.filter(line -> line.contains(":"))
                    .allMatch(line -> line.strip().startsWith("lo:"));
        } catch (IOException notOnThisMachine) {
            return false;
        }
    }

    /** Those in the folder {@code net} of a process below {@code /proc}. */
    static PacketCounts in(Path net) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        List<String> pairs = Files.readAllLines(net.resolve("snmp"));
        for (int line = 0; line + 1 < pairs.size(); line += 2) {
            addPair(pairs.get(line).split(" ", -1), pairs.get(line + 1).split(" ", -1), counts);
        }
        addSixes(net.resolve("snmp6"), counts);
        return new PacketCounts(
                sum(counts, "Tcp:ActiveOpens"),
                sum(counts, "Udp:OutDatagrams", "Udp6OutDatagrams"),
                sum(counts, "Ip:OutRequests", "Ip6OutRequests"),
                sum(counts, "Ip:OutNoRoutes", "Ip6OutNoRoutes"));
    }

    private static void addPair(String[] names, String[] values, Map<String, Long> counts) {
        for (int column = 1; column < names.length; column++) {
            counts.put(names[0] + names[column], Long.valueOf(values[column]));
        }
    }

    /** A kernel may do without version six. */
    private static void addSixes(Path file, Map<String, Long> counts) throws IOException {
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split("\\s+", -1);
                counts.put(words[0], Long.valueOf(words[1]));
            }
        }
    }

    private static long sum(Map<String, Long> counts, String... names) {
        long sum = 0;
        for (String name : names) {
            sum += counts.getOrDefault(name, 0L);
        }
        return sum;
    }

    /** What was counted since, one sentence each. */
    List<String> since(PacketCounts before) {
        List<String> sentences = new ArrayList<>();
        tell(sentences, "connections attempted", connections - before.connections);
        tell(sentences, "datagrams sent", datagrams - before.datagrams);
        tell(sentences, "packets sent", packets - before.packets);
        tell(sentences, "packets without a way out", unrouted - before.unrouted);
        return sentences;
    }

    private static void tell(List<String> sentences, String what, long more) {
        if (more != 0) {
            sentences.add(what + ": " + more);
        }
    }
}
