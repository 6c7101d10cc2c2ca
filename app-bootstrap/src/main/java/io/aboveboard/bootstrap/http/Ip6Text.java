package io.aboveboard.bootstrap.http;

import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes an IPv6 address as browsers do, which is the form of RFC 5952. */
final class Ip6Text {
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private Ip6Text() {}

    /** Without its zone, which stands in no {@code Host}. */
    static String of(Inet6Address address) {
        byte[] bytes = address.getAddress();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += 2) {
            groups.add(Integer.toHexString((bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF)));
        }
        return compressed(String.join(":", groups));
    }

    /** The longest run of zeros goes, of equals the first; a single zero stays. */
    private static String compressed(String whole) {
        Matcher zeros = ZEROS.matcher(whole);
        int from = 0;
        int to = 0;
        for (int at = 0; zeros.find(at); at = zeros.end() - 1) {
            if (zeros.end() - zeros.start() > to - from) {
                from = zeros.start();
                to = zeros.end();
            }
        }
        return to == 0 ? whole : whole.substring(0, from) + "::" + whole.substring(to);
    }
}
