package io.aboveboard.domain.privacy;

import java.util.List;
import java.util.Set;

/**
 * Which keys name personal data, whatever their value.
 *
 * <p>A key is read as English reads a compound: its last word says what the value is, the words before it say of what.
 * {@code user_email} is an e-mail address, {@code email_count} a count. So a key is personal if it ends in one of the
 * personal words; words that change nothing, such as {@code address} or {@code hash}, may follow. {@code name} is personal
 * alone, and as the name of a person or a machine. The name that a browser gives itself is as good as a fingerprint, and
 * the message of an exception holds whatever was at hand, as does the trace that repeats it. A key that asks, such as {@code has_password}, is answered by yes or no.
 */
public final class PersonalKeys {
    private static final int LONGEST_TERM = 3;

    /** Written together, because a term may be spelled in several words: {@code e_mail}, {@code user-name}. */
    private static final Set<String> TERMS = Words.of("""
            email emails mailaddress username usernames fullname ip ips ipv clientaddress remoteaddr remoteaddress
            forwardedfor macaddr macaddress password passwords passwort passwd passphrase pwd token secret secrets credential
            credentials authorization cookie jwt accesskey apikey authkey encryptionkey privatekey secretkey signingkey
            useragent exceptionmessage stacktrace
            """);

    /** Terms that are known at the end of a longer word, too, because nothing else ends like that. */
    private static final List<String> ENDINGS = List.copyOf(Words.of("""
            email username password passwd passphrase token apikey ipaddress ipaddr fullname firstname lastname surname
            forename nickname hostname clientip remoteip sourceip srcip userip
            """));

    private static final Set<String> NAMES = Set.of("name", "names");

    /** What a name may be of, or like, to be that of a person or a machine. */
    private static final Set<String> NAMED = Words.of("""
            account admin administrator alias approver assignee attendee author billing birth buyer cardholder child
            christian client computer contact creator customer device display doctor driver editor employee employer family
            first fore friend full given guest holder host invitee last legal login machine maiden manager member middle
            nick operator owner parent participant patient payee payer pc pen person player preferred profile real recipient
            reporter reviewer screen seller sender server shipping spouse staff student subscriber sur teacher user visitor
            worker workstation
            """);

    /** What may follow a personal word without changing what the value is. */
    private static final Set<String> CARRIERS = Words.of("""
            addr address addresses again base bcc cc confirm confirmation encoded encrypted field from hash hashed header
            hex input list lower lowercase md normalized original param plain plaintext raw repeat sha str string text to
            val value
            """);

    /** What makes of a key a question, whose answer is a yes, a no or a number. */
    private static final Set<String> QUESTIONS = Words.of("""
            allow allows are can count did enable has have is needs num number require requires should uses was were
            """);

    private PersonalKeys() {}

    /**
     * Whether a key names personal data.
     *
     * @param key the key in any spelling
     * @return true if its values must not be sent
     */
    public static boolean names(String key) {
        List<String> words = KeyWords.of(key);
        if (words.size() > 1 && QUESTIONS.contains(words.get(0))) {
            return false;
        }
        int end = words.size();
        while (end > 1 && !isPersonal(words, end) && CARRIERS.contains(words.get(end - 1))) {
            end--;
        }
        return end > 0 && isPersonal(words, end);
    }

    private static boolean isPersonal(List<String> words, int end) {
        String last = words.get(end - 1);
        return endsInTerm(words, end) || ENDINGS.stream().anyMatch(last::endsWith) || isName(words, end);
    }

    private static boolean endsInTerm(List<String> words, int end) {
        String joined = "";
        for (int i = end - 1; i >= Math.max(0, end - LONGEST_TERM); i--) {
            joined = words.get(i) + joined;
            if (TERMS.contains(joined)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(List<String> words, int end) {
        return NAMES.contains(words.get(end - 1)) && (end == 1 || NAMED.contains(words.get(end - 2)));
    }
}
