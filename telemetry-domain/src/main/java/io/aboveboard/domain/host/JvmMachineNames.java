package io.aboveboard.domain.host;

import io.aboveboard.domain.privacy.MachineNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads from environment and system properties what this machine and its user are called. No name is looked up, so of a
 * machine that does not tell its name to its processes none is known.
 */
public final class JvmMachineNames {
    private static final Set<String> HOMES = Set.of("home", "users");

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
                                values(environment, "HOME", "USERPROFILE").map(JvmMachineNames::ownerOf),
                                values(properties, "user.home").map(JvmMachineNames::ownerOf))
                        .flatMap(names -> names)
                        .toList());
    }

    private static Stream<String> values(Map<?, ?> source, String... keys) {
        return Stream.of(keys).map(source::get).filter(Objects::nonNull).map(Object::toString);
    }

    /** The name of a home directory among others; elsewhere a home is called after what lies in it. */
    private static String ownerOf(String home) {
        List<String> names = List.of(home.split("[/\\\\]", -1));
        int last = names.size() - 1;
        boolean isAmongHomes = last > 0 && HOMES.contains(names.get(last - 1).toLowerCase(Locale.ROOT));
        return isAmongHomes ? names.get(last) : "";
    }
}
