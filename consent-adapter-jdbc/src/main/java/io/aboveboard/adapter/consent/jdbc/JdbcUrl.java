package io.aboveboard.adapter.consent.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a database, and what of it can be shown.
 *
 * @param text all of it, secrets included
 */
record JdbcUrl(String text) {
    private static final Pattern FORM = Pattern.compile("jdbc:([A-Za-z0-9.+-]+):[^\\p{Cntrl}]+");
    private static final Pattern PARAMETERS = Pattern.compile("[?;#].*");

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    String subprotocol() {
        Matcher form = FORM.matcher(text);
        return form.matches() ? form.group(1) : "";
    }

    /** Where it could hold a name and a password in a place that only its driver knows, only its beginning. */
    String address() {
        boolean mayHoldPassword = text.indexOf('@') >= 0 || text.indexOf('(') >= 0;
        return mayHoldPassword
                ? "jdbc:" + subprotocol() + ":…"
                : PARAMETERS.matcher(text).replaceFirst("");
    }

    @Override
    public String toString() {
        return address();
    }
}
