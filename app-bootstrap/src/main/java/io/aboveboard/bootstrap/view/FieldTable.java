package io.aboveboard.bootstrap.view;

import io.aboveboard.bootstrap.view.RecordView.Field;
import java.util.List;
import java.util.StringJoiner;

/** Fields under a heading, their values in one column. */
final class FieldTable {
    private static final String INDENT = "  ";

    private FieldTable() {}

    static String under(String heading, List<Field> fields) {
        int width =
                fields.stream().mapToInt(field -> field.key().length()).max().orElse(0);
        StringJoiner lines = new StringJoiner("\n").add(heading);
        fields.forEach(field -> lines.add(line(field, width)));
        return lines.toString();
    }

    private static String line(Field field, int width) {
        String gap = " ".repeat(width - field.key().length());
        return (INDENT + field.key() + gap + INDENT + field.value()).stripTrailing();
    }
}
