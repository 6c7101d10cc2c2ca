package io.aboveboard.bootstrap.config;

/** How far apart two words are: the Levenshtein distance. */
final class EditDistance {
    private EditDistance() {}

    static int between(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int i = 0; i < one.length(); i++) {
            row = next(row, one.charAt(i), i + 1, other);
        }
        return row[other.length()];
    }

    private static int[] next(int[] above, char letter, int first, String other) {
        int[] row = new int[above.length];
        row[0] = first;
        for (int j = 0; j < other.length(); j++) {
            int replaced = above[j] + (letter == other.charAt(j) ? 0 : 1);
            row[j + 1] = Math.min(replaced, 1 + Math.min(above[j + 1], row[j]));
        }
        return row;
    }
}
