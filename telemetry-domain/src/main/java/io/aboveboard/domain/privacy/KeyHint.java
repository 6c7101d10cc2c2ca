package io.aboveboard.domain.privacy;

import java.util.List;
import java.util.Set;

/** What a key says about texts that could be read in two ways. */
public enum KeyHint {
    /** Nothing. */
    NONE,
    /** Four numbers with dots between them are a version, not an address. */
    VERSION,
    /** Digits are the number of a telephone. */
    PHONE,
    /** Digits may be the number of a payment card. */
    CARD;

    private static final Set<String> VERSIONS = Set.of(
            "build", "firmware", "kernel", "oid", "release", "revision", "semver", "tag", "ver", "version", "versions");
    private static final Set<String> PHONES =
            Set.of("cell", "cellphone", "fax", "mobile", "msisdn", "phone", "phones", "tel", "telephone", "whatsapp");
    private static final Set<String> CARDS = Set.of("card", "cc", "creditcard", "pan");
    private static final Set<String> NUMBERS = Set.of("no", "nr", "num", "number", "numbers");

    /**
     * What a key says.
     *
     * @param key the key
     * @return the hint of its last word; words such as {@code number} are passed over
     */
    public static KeyHint of(String key) {
        List<String> words = KeyWords.of(key);
        int last = words.size() - 1;
        while (last > 0 && NUMBERS.contains(words.get(last))) {
            last--;
        }
        return last < 0 ? NONE : ofWord(words.get(last));
    }

    private static KeyHint ofWord(String word) {
        if (VERSIONS.contains(word)) {
            return VERSION;
        }
        if (PHONES.contains(word) || word.endsWith("phonenumber")) {
            return PHONE;
        }
        return CARDS.contains(word) || word.endsWith("cardnumber") ? CARD : NONE;
    }
}
