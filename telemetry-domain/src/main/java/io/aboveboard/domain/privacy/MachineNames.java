package io.aboveboard.domain.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What this machine and the user on it are called, so that it can be kept out of what leaves. Held in memory for that
 * alone: never stored, never sent, never shown. Names that are shorter than four characters, or as common as {@code root}
 * and {@code localhost}, are not held, because they are ordinary words. Immutable and thread-safe.
 */
public final class MachineNames {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 255;
    private static final MachineNames NONE = new MachineNames(List.of(), List.of());
    private static final Set<String> COMMON = Words.of("""
            admin administrator apache application apps appuser backend build builder code computer container daemon data
            database debian default demo deploy deployer desktop developer development docker ec2-user fedora frontend gateway
            guest home host hostname java jenkins jetty laptop linux local localdomain localhost localhost.localdomain macbook
            mail main mysql nginx node nobody nonroot oracle owner postgres primary production proxy public python redis root
            router runner server service staging system test tester testuser tomcat ubuntu unknown user username users vagrant
            windows work worker workstation www-data
            """);

    private final List<String> hosts;
    private final List<String> users;
    private final int firsts;
    private final int seconds;

    private MachineNames(Collection<String> hosts, Collection<String> users) {
        this.hosts = List.copyOf(hosts);
        this.users = List.copyOf(users);
        this.firsts = lettersAt(0, hosts) | lettersAt(0, users);
        this.seconds = lettersAt(1, hosts) | lettersAt(1, users);
    }

    /**
     * No names.
     *
     * @return the empty set
     */
    public static MachineNames none() {
        return NONE;
    }

    /**
     * The names of a machine and of its users.
     *
     * @param hosts host names; of one with dots, the part before the first counts by itself, too
     * @param users user names
     * @return those of them that can be told from ordinary words
     */
    public static MachineNames of(Collection<String> hosts, Collection<String> users) {
        Set<String> names = new TreeSet<>();
        hosts.forEach(host -> add(names, host));
        hosts.forEach(host -> add(names, host.strip().split("\\.", 2)[0]));
        hosts.forEach(host -> add(names, host.replace('-', '_')));
        Set<String> people = new TreeSet<>();
        users.forEach(user -> add(people, user));
        return new MachineNames(longestFirst(names), longestFirst(people));
    }

    /**
     * These names without one that is known anyway.
     *
     * @param known such as the name of the service, after which the account it runs under is often called
     * @return a new set
     */
    public MachineNames without(String known) {
        String lower = known.toLowerCase(Locale.ROOT);
        return new MachineNames(
                hosts.stream().filter(host -> !host.equals(lower)).toList(),
                users.stream().filter(user -> !user.equals(lower)).toList());
    }

    private static void add(Set<String> names, String raw) {
        String name = raw.strip().toLowerCase(Locale.ROOT);
        boolean isTelling = name.length() >= SHORTEST && name.length() <= LONGEST && !COMMON.contains(name);
        if (isTelling && Chars.isWord(name.charAt(0)) && name.chars().anyMatch(Character::isLetter)) {
            names.add(name);
        }
    }

    private static List<String> longestFirst(Set<String> names) {
        return names.stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }

    private static int lettersAt(int place, Collection<String> names) {
        int letters = 0;
        for (String name : names) {
            char c = name.charAt(place);
            letters |= bit(c) | bit(Character.toUpperCase(c));
        }
        return letters;
    }

    private static int bit(char c) {
        return 1 << (c & 31);
    }

    /** Whether a name may begin with these characters; false for most of those with which none does. */
    boolean mayBegin(char first, char second) {
        return (firsts & bit(first)) != 0 && (seconds & bit(second)) != 0;
    }

    /** The name that begins here, if one does. */
    long at(CharSequence text, int start) {
        int host = endOfAny(hosts, text, start);
        if (host > 0) {
            return Match.of(PrivateKind.HOST_NAME, start, host);
        }
        int user = endOfAny(users, text, start);
        return user > 0 ? Match.of(PrivateKind.USER_NAME, start, user) : Match.NONE;
    }

    private static int endOfAny(List<String> names, CharSequence text, int start) {
        for (String name : names) {
            int end = start + name.length();
            if (beginsWith(text, start, name) && !Chars.isWord(Chars.at(text, end))) {
                return end;
            }
        }
        return -1;
    }

    private static boolean beginsWith(CharSequence text, int start, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.toLowerCase(Chars.at(text, start + i)) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "MachineNames[***]";
    }
}
