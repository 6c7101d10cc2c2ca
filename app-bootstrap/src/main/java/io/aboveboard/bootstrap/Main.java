package io.aboveboard.bootstrap;

import io.aboveboard.bootstrap.cli.Cli;

/** Where the runnable jar starts. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        keepGuiceFromUnsafe();
        letProxiesAskForCredentials();
        System.exit(Cli.ofThisProcess().run(args));
    }

    /** Else the JDK keeps Basic credentials from a proxy that tunnels. Whoever set it otherwise is obeyed. */
    private static void letProxiesAskForCredentials() {
        System.getProperties().putIfAbsent("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    /** Guice reads these when it is loaded; without them newer JDKs warn of {@code sun.misc.Unsafe}. */
    private static void keepGuiceFromUnsafe() {
        System.setProperty("guice_custom_class_loading", "OFF");
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
    }
}
