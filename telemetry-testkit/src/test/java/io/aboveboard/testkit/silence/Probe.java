package io.aboveboard.testkit.silence;

import io.aboveboard.testkit.fixture.ShortJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** A process that breaks the silence of the network in one way. */
final class Probe {
    private static final int DISCARD = 9;

    private Probe() {}

    /** The command that runs it on the JDK of the test. */
    static List<String> command(String... args) {
        List<String> command = ShortJvm.command("-cp", System.getProperty("java.class.path"), Probe.class.getName());
        command.addAll(List.of(args));
        return command;
    }

    /** A way and a host; ends with 0 where the check, if it was asked, saw what the kernel counts. */
    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "connect" -> connect(args[1]);
            case "resolve" -> resolve(args[1]);
            default -> System.exit(isNoticed(args[1]) ? 0 : 1);
        }
    }

    private static boolean isNoticed(String host) {
        Silence silence = SilenceCheck.ofThisJvm().during(() -> connect(host));
        return silence.blindSpots().isEmpty() && silence.breaches().contains("connections attempted: 1");
    }

    private static void connect(String host) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, DISCARD));
        } catch (IOException nobodyThere) {
            // The attempt is what counts.
        }
    }

    private static void resolve(String host) {
        try {
            InetAddress.getByName(host);
        } catch (IOException unknown) {
            // The attempt is what counts.
        }
    }
}
