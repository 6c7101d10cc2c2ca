package io.aboveboard.domain.host;

import io.aboveboard.domain.privacy.MachineNames;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads from environment and system properties what this machine and its user are called. No name is looked up, so of a
 * machine that does not tell its name to its processes none is known.
 */
public final class JvmMachineNames {
    private JvmMachineNames() {}

    /**
     * The names that this process knows.
     *
     * @return the names
     */
    public static MachineNames ofThisProcess() {
        return of(System.getenv(), System.getProperties());
    }

    /**
     * The names in what is given.
     *
     * @param environment values by name
     * @param properties system properties by name
     * @return the names
     */
    public static MachineNames of(Map<String, String> environment, Map<?, ?> properties) {
        return MachineNames.of(
                values(environment, "HOSTNAME", "COMPUTERNAME").toList(),
                Stream.of(
                                values(environment, "USER", "LOGNAME", "USERNAME", "SUDO_USER"),
                                values(properties, "user.name"),
                                values(environment, "HOME", "USERPROFILE").map(JvmMachineNames::lastName),
                                values(properties, "user.home").map(JvmMachineNames::lastName))
                        .flatMap(names -> names)
                        .toList());
    }

    private static Stream<String> values(Map<?, ?> source, String... keys) {
        return Stream.of(keys).map(source::get).filter(Objects::nonNull).map(Object::toString);
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
