package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.BuildInfo;
import io.aboveboard.bootstrap.config.ConfigReader;
import io.aboveboard.bootstrap.config.ConfigReading;
import io.aboveboard.bootstrap.config.SettingSources;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.TelemetryMonitor;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What every command works with. {@link #toString} shows no setting.
 *
 * @param console where it writes
 * @param environment the environment of the process
 * @param build what the build wrote into the jar
 * @param lifetimes how a command that stays learns that it must go
 */
record CommandContext(Console console, Map<String, String> environment, BuildInfo build, Supplier<Lifetime> lifetimes) {
    CommandContext {
        environment = Map.copyOf(environment);
    }

    ConfigReading read(GlobalOptions options) {
        return ConfigReader.read(new SettingSources(options.settings(), environment, build));
    }

    TelemetryMonitor monitor() {
        return new ConsoleTelemetryMonitor(console);
    }

    FirstRunNotice notice() {
        return new ConsoleFirstRunNotice(console);
    }

    @Override
    public String toString() {
        return "CommandContext[build=" + build + "]";
    }
}
