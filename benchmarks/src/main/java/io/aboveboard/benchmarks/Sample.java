package io.aboveboard.benchmarks;

import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.PropertyWriter;

/** The event that everything is measured with: eight properties, of which some change from one to the next. */
public final class Sample {
    public static final String NAME = "timer.started";
    public static final int PROPERTIES = 8;

    public static final PropertyKey<Long> PROJECT = PropertyKey.ofLong("project_id");
    public static final PropertyKey<Long> DURATION = PropertyKey.ofLong("duration_ms");
    public static final PropertyKey<Double> RATIO = PropertyKey.ofDouble("ratio");
    public static final PropertyKey<Boolean> BILLABLE = PropertyKey.ofBoolean("billable");
    public static final PropertyKey<String> SOURCE = PropertyKey.ofString("source");
    public static final PropertyKey<String> PLAN = PropertyKey.ofString("plan");
    public static final PropertyKey<String> FEATURE = PropertyKey.ofString("feature");
    public static final PropertyKey<String> OUTCOME = PropertyKey.ofString("outcome");

    public static final Event EVENT = Event.named(NAME)
            .with(PROJECT)
            .with(DURATION)
            .with(RATIO)
            .with(BILLABLE)
            .with(SOURCE)
            .with(PLAN)
            .with(FEATURE)
            .with(OUTCOME);

    private static final String[] SOURCES = {"web", "api", "mobile", "import"};
    private static final String[] FEATURES = {"timesheet view", "invoice export", "project report", "calendar sync"};

    private Sample() {}

    /** Sets the properties of the event of a number. */
    public static void fill(PropertyWriter properties, long number) {
        properties
                .put(PROJECT, project(number))
                .put(DURATION, duration(number))
                .put(RATIO, ratio(number))
                .put(BILLABLE, billable(number))
                .put(SOURCE, source(number))
                .put(PLAN, "professional")
                .put(FEATURE, feature(number))
                .put(OUTCOME, "completed");
    }

    public static long project(long number) {
        return number & 63;
    }

    public static long duration(long number) {
        return 1_000 + (number * 7919) % 100_000;
    }

    public static double ratio(long number) {
        return (number % 16) / 16.0;
    }

    public static boolean billable(long number) {
        return (number & 1) == 0;
    }

    public static String source(long number) {
        return SOURCES[(int) (number & 3)];
    }

    public static String feature(long number) {
        return FEATURES[(int) ((number >> 2) & 3)];
    }
}
