package io.aboveboard.bootstrap.cli;

import java.util.regex.Pattern;

/** What a value on the command line means: a whole number, a decimal, a flag, or else text. */
final class TypedValue {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private TypedValue() {}

    /**
     * Reads a value. What has leading zeros, or more digits than a number holds, is text, so that no digit is lost; so is
     * what stands in double quotes, without them.
     *
     * @param text as given
     * @return a {@link Long}, {@link Double}, {@link Boolean} or {@link String}
     */
    static Object of(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() && text.matches(".*[.eE].*") ? decimal(text) : unquoted(text);
    }

    private static Object decimal(String text) {
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? (Object) value : text;
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
