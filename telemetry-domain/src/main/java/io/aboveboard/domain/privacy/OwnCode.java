package io.aboveboard.domain.privacy;

import java.util.Collection;
import java.util.List;

/** Which code is the maker's own, by its packages: only of this are frames recorded. Immutable and thread-safe. */
public final class OwnCode {
    private static final OwnCode NONE = new OwnCode(List.of());

    private final List<String> prefixes;

    private OwnCode(List<String> prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * Nothing is known to be the maker's own.
     *
     * @return no code
     */
    public static OwnCode none() {
        return NONE;
    }

    /**
     * The code in some packages and below.
     *
     * @param packages such as {@code com.acme}
     * @return that code
     * @throws IllegalArgumentException if one of them is blank
     */
    public static OwnCode in(Collection<String> packages) {
        return new OwnCode(packages.stream().map(OwnCode::prefix).toList());
    }

    private static String prefix(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("packages: must not be blank");
        }
        return name.endsWith(".") ? name : name + ".";
    }

    boolean holds(String className) {
        return prefixes.stream().anyMatch(className::startsWith);
    }
}
