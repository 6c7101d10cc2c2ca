package io.aboveboard.adapter.sink.otlp.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be a header of a request. Found out here, before the HTTP client throws an exception that quotes it. */
final class Header {
    private static final Set<String> OWN = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "transfer-encoding",
            "upgrade");

    private static final String NAME_CHARACTERS = "!#$%&'*+-.^_`|~";

    private Header() {}

    /** What is wrong with a header, if anything; does not quote the value. */
    static Optional<String> problem(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(Header::isNameCharacter)) {
            return Optional.of("a header name is not valid");
        }
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("the header " + name + " is set by the sender itself");
        }
        return isPrintable(value)
                ? Optional.empty()
                : Optional.of("the value of the header " + name + " holds a character that is not printable ASCII");
    }

    /** Line breaks would smuggle in further headers, and nothing else has a meaning all servers agree on. */
    static boolean isPrintable(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || NAME_CHARACTERS.indexOf(c) >= 0;
    }
}
