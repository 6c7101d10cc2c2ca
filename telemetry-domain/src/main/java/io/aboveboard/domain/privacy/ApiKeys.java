package io.aboveboard.domain.privacy;

import java.util.ArrayList;
import java.util.List;

/** Keys of well-known public forms: each has a prefix that nothing else has, and a tail of known letters and length. */
final class ApiKeys {
    /** Which letters a tail is made of. */
    private enum Tail {
        CAPITALS("", false),
        LETTERS("", false),
        WORDS("_", true),
        URL_SAFE("_-", true),
        DOTTED("_-.", true),
        PATH("/_-", true),
        BASE64("+/=", false);

        private final String signs;
        private final boolean holdsWords;

        Tail(String signs, boolean holdsWords) {
            this.signs = signs;
            this.holdsWords = holdsWords;
        }

        private boolean allows(char c) {
            boolean isAscii = Chars.isDigit(c) || Chars.isUpper(c) || (this != CAPITALS && Chars.isLetter(c));
            return isAscii || signs.indexOf(c) >= 0;
        }
    }

    private record Form(String prefix, Tail tail, int shortest) {
        /** How long the first word of such a key can be, a bit for each length: up to the first sign, which may be anywhere. */
        int firstWords() {
            int end = Chars.wordEnd(prefix, 0);
            return end < prefix.length() ? 1 << end : ANY_LENGTH << (tail.holdsWords ? end : LONG_WORD);
        }
    }

    private static final int ANY_LENGTH = -1;

    /** Words of this length and all longer ones are one length. */
    private static final int LONG_WORD = 16;

    private static final List<List<Form>> BY_INITIAL = new ArrayList<>();
    private static final int[] FIRST_WORDS = new int[128];

    static {
        List<Form> forms = new ArrayList<>();
        add(forms, Tail.CAPITALS, 16, "AKIA ASIA ABIA ACCA");
        add(forms, Tail.LETTERS, 36, "ghp_ gho_ ghu_ ghs_ ghr_ npm_ CLOJARS_");
        add(forms, Tail.LETTERS, 32, "shpat_ shpss_ shpca_ shppa_ key- dapi lin_api_ oy2");
        add(forms, Tail.LETTERS, 40, "secret_ ntn_ gsk_ dop_v1_ doo_v1_ rubygems_ sgp_ dp.pt.");
        add(forms, Tail.LETTERS, 16, "sk_live_ sk_test_ rk_live_ rk_test_ pk_live_ pk_test_ LTAI");
        add(forms, Tail.LETTERS, 24, "hf_ PMAK- NRAK- shippo_live_ shippo_test_ AGE-SECRET-KEY-1");
        add(forms, Tail.WORDS, 20, "github_pat_ glsa_ sntryu_");
        add(
                forms,
                Tail.URL_SAFE,
                20,
                "glpat- glrt- gldt- glptt- ya29. sk- nvapi- dckr_pat_ figd_ sq0atp- sq0csp- phx_ r8_");
        add(forms, Tail.URL_SAFE, 35, "AIza xkeysib- pypi-AgE ATATT3 pscale_tkn_");
        add(forms, Tail.DOTTED, 10, "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe- xoxe. xapp-");
        add(forms, Tail.DOTTED, 22, "hvs. hvb. SG.");
        add(forms, Tail.PATH, 20, "hooks.slack.com/services/ discord.com/api/webhooks/");
        add(forms, Tail.BASE64, 20, "glc_ whsec_ eyJrIjoi sntrys_");
        for (char initial = 0; initial < FIRST_WORDS.length; initial++) {
            BY_INITIAL.add(startingWith(initial, forms));
            FIRST_WORDS[initial] =
                    BY_INITIAL.get(initial).stream().mapToInt(Form::firstWords).reduce(0, (one, other) -> one | other);
        }
    }

    private ApiKeys() {}

    private static void add(List<Form> forms, Tail tail, int shortest, String prefixes) {
        for (String prefix : prefixes.split(" ", -1)) {
            forms.add(new Form(prefix, tail, shortest));
        }
    }

    private static List<Form> startingWith(char initial, List<Form> forms) {
        return forms.stream().filter(form -> form.prefix().charAt(0) == initial).toList();
    }

    /** The key that begins here with a word that ends there, if there is one. */
    static long at(CharSequence text, int start, int wordEnd) {
        char initial = text.charAt(start);
        int word = 1 << Math.min(wordEnd - start, LONG_WORD);
        if (initial >= FIRST_WORDS.length || (FIRST_WORDS[initial] & word) == 0) {
            return Match.NONE;
        }
        for (Form form : BY_INITIAL.get(initial)) {
            int end = Chars.startsWith(text, start, form.prefix()) ? endOf(text, start, form) : -1;
            if (end > 0) {
                return Match.of(PrivateKind.API_KEY, start, end);
            }
        }
        return Match.NONE;
    }

    /** The end of the tail, if it is long enough. Words with signs between them are no key unless there is a digit. */
    private static int endOf(CharSequence text, int start, Form form) {
        int tail = start + form.prefix().length();
        int end = endOfTail(text, tail, form, tail + form.shortest());
        if (end < tail + form.shortest() || (form.tail().holdsWords && !hasDigit(text, tail, end))) {
            return -1;
        }
        if (form.tail() == Tail.CAPITALS) {
            return Chars.isWord(Chars.at(text, end)) ? -1 : end;
        }
        int last = endOfTail(text, end, form, text.length());
        return text.charAt(last - 1) == '.' ? last - 1 : last;
    }

    private static int endOfTail(CharSequence text, int from, Form form, int to) {
        int at = from;
        while (at < to && form.tail().allows(Chars.at(text, at))) {
            at++;
        }
        return at;
    }

    private static boolean hasDigit(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Chars.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
