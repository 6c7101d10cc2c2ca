package io.aboveboard.bootstrap.http.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One attribute.
 *
 * @param name its name; none that runs or styles anything
 * @param value its value; where it is an address, one of this server
 */
record Attribute(String name, String value) implements Part {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Set<String> ACTIVE = Set.of("style", "srcdoc");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "formaction");
    private static final Pattern OF_THIS_SERVER = Pattern.compile("/|/[^/\\\\].*|#.*|\\?.*|data:,");

    Attribute {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches() || lower.startsWith("on") || ACTIVE.contains(lower)) {
            throw new IllegalArgumentException("name: is not an attribute that may stand in a page");
        }
        if (ADDRESSES.contains(lower) && !OF_THIS_SERVER.matcher(value).matches()) {
            throw new IllegalArgumentException("value: is not an address of this server");
        }
    }
}
