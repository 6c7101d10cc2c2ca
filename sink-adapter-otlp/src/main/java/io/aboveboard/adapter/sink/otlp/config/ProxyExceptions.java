package io.aboveboard.adapter.sink.otlp.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hosts that are reached without a proxy, as {@code NO_PROXY} lists them: names, which cover what is below them,
 * addresses, networks such as {@code 10.0.0.0/8}, each with a port or without, or {@code *} for all. No name is looked up.
 */
final class ProxyExceptions {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern WITH_PORT = Pattern.compile("(\\[.+]|[^:]+):(\\d{1,5})");

    private final List<String> entries;

    ProxyExceptions(String list) {
        entries = Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    boolean cover(URI endpoint) {
        String host = bare(endpoint.getHost().toLowerCase(Locale.ROOT));
        int port = port(endpoint);
        return entries.stream().anyMatch(entry -> covers(entry, host, port));
    }

    private static boolean covers(String entry, String host, int port) {
        var withPort = WITH_PORT.matcher(entry);
        if (withPort.matches()) {
            return Integer.parseInt(withPort.group(2)) == port && covers(withPort.group(1), host);
        }
        return covers(entry, host);
    }

    private static boolean covers(String entry, String host) {
        if (entry.equals("*")) {
            return true;
        }
        int slash = entry.indexOf('/');
        if (slash > 0) {
            return isWithin(host, bare(entry.substring(0, slash)), entry.substring(slash + 1));
        }
        String name = bare(entry.replaceFirst("^\\*?\\.", ""));
        return host.equals(name) || (!isLiteral(host) && host.endsWith("." + name));
    }

    private static boolean isWithin(String host, String network, String prefix) {
        if (!isLiteral(host) || !isLiteral(network) || !prefix.matches("\\d{1,3}")) {
            return false;
        }
        byte[] address = bytes(host);
        byte[] base = bytes(network);
        int bits = Integer.parseInt(prefix);
        return address.length > 0
                && address.length == base.length
                && bits <= address.length * Byte.SIZE
                && sameBits(address, base, bits);
    }

    private static boolean sameBits(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    /** Of a literal only, which is never looked up; empty where it is no address. */
    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException noAddress) {
            return new byte[0];
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI endpoint) {
        if (endpoint.getPort() > 0) {
            return endpoint.getPort();
        }
        return Endpoint.isEncrypted(endpoint) ? 443 : 80;
    }
}
