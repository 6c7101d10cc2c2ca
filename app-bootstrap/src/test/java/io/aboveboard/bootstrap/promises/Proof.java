package io.aboveboard.bootstrap.promises;

import java.util.Comparator;
import java.util.Locale;

/**
 * One test, as the page names it.
 *
 * @param module the module in which it runs
 * @param testClass the class that runs it
 * @param sentence what it says
 * @param source the file in which it is written, from the root of the project
 */
record Proof(String module, String testClass, String sentence, String source) implements Comparable<Proof> {
    private static final Comparator<Proof> ORDER = Comparator.comparing(Proof::module)
            .thenComparing(Proof::testClass)
            .thenComparing(Proof::sentence)
            .thenComparing(Proof::source);

    /** {@code refusesA400Twice} and {@code REFUSES_TWICE} as words. */
    static String sentenceOf(String member) {
        String spaced = member.equals(member.toUpperCase(Locale.ROOT))
                ? member.replace('_', ' ')
                : member.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-zA-Z])(?=[0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_", " ");
        return spaced.replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Proof other) {
        return ORDER.compare(this, other);
    }
}
