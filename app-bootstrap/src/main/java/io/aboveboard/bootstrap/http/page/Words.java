package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Surface;
import java.util.Locale;

/** Puts what the domain says into sentences of the page. */
final class Words {
    private static final long KIBI = 1024;

    private Words() {}

    /** The rule that decided, as a sentence. */
    static String sentence(RefusalReason reason) {
        return sentence(reason.explanation());
    }

    static String sentence(String fragment) {
        if (fragment.isEmpty()) {
            return "";
        }
        String begun = fragment.substring(0, 1).toUpperCase(Locale.ROOT) + fragment.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    static String through(Surface surface) {
        return switch (surface) {
            case SETUP -> "the setup";
            case ADMIN -> "this page";
            case CLI -> "the command line";
            case API -> "the interface for programs";
            case ENVIRONMENT -> "the environment";
            case FILE -> "installation.json";
        };
    }

    /** What a yes would be given to. */
    static String version(ConsentTerms terms) {
        return "text version " + terms.textVersion() + ", events and fields version " + terms.schemaVersion();
    }

    static String bytes(long bytes) {
        if (bytes < KIBI) {
            return count(bytes, "byte", "bytes");
        }
        return bytes < KIBI * KIBI ? scaled(bytes, KIBI, "KiB") : scaled(bytes, KIBI * KIBI, "MiB");
    }

    private static String scaled(long bytes, long unit, String name) {
        return String.format(Locale.ROOT, "%.1f %s", bytes / (double) unit, name);
    }

    static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
    }
}
