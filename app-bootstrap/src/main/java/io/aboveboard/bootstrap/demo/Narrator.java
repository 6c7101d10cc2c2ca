package io.aboveboard.bootstrap.demo;

import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.bootstrap.view.RecordView.Field;
import java.io.PrintWriter;
import java.util.List;

/** Tells the story in 80 columns, plain ASCII of its own. Each line is out when its call returns. Thread-safe. */
final class Narrator {
    private static final int LONGEST_VALUE = 44;
    private static final int LEFT_OF_A_LONG_VALUE = 16;

    private final PrintWriter out;
    private int scenes;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** A line as it is. */
    synchronized void line(String text) {
        out.println(text.stripTrailing());
        out.flush();
    }

    /** A numbered scene, set off from the one before. */
    synchronized void scene(String title) {
        scenes++;
        line("");
        line(scenes + ". " + title);
    }

    void received(String what, String remark, List<Field> fields) {
        labelled("received", String.format("%-28s%s", what, remark));
        fields.forEach(field -> line(String.format("%15s%-17s  %s", "", field.key(), shortened(field.value()))));
    }

    void receivedNothing() {
        labelled("received", "nothing");
    }

    void refused(String why) {
        labelled("refused", why);
    }

    void sum(String label, long number, String remark) {
        labelled(label, String.format("%d  %s", number, remark));
    }

    /** A line of the story: what it is about, in a column of its own, and what there is to say. */
    void labelled(String label, String text) {
        line(String.format("   %-10s%s", label, text));
    }

    /** What arrives while the person tries. */
    synchronized void arrived(RecordView record) {
        line("");
        String layer = record.isDetailed() ? "detailed layer" : "base layer";
        received(record.eventName(), layer, record.fields());
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LEFT_OF_A_LONG_VALUE) + "..." : value;
    }
}
