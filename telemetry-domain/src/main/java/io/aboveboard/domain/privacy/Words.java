package io.aboveboard.domain.privacy;

import java.util.Set;

/** Sets of words, written down as one reads them. */
final class Words {
    private Words() {}

    /** The words of a text that are divided by blanks or line ends. */
    static Set<String> of(String words) {
        return Set.of(words.strip().split("\\s+"));
    }
}
