package io.aboveboard.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Where things lie, below a root package.
 *
 * @param root the root package
 */
record Layout(String root) {
    static final Layout PROJECT = new Layout("io.aboveboard");
    static final Layout CANARIES = new Layout("io.aboveboard.bootstrap.architecture.canary");

    /** The package roots of the modules; a package of each, and all below it. */
    static final String[] MODULES = {
        "testkit.marks",
        "domain",
        "testkit",
        "adapter.consent.file",
        "adapter.consent.jdbc",
        "adapter.outbox.file",
        "adapter.sink.otlp",
        "adapter.scheduler.quartz",
        "bootstrap"
    };

    /** What the domain is about, without what it does: what adapters may know of it, together with the ports. */
    static final String[] MODEL = {
        "domain.annotation",
        "domain.event",
        "domain.installation",
        "domain.base",
        "domain.record",
        "domain.consent",
        "domain.privacy"
    };

    /** A package and all below it, as ArchUnit writes it. */
    String in(String path) {
        return root + "." + path + "..";
    }

    String[] all(String... paths) {
        return Arrays.stream(paths).map(this::in).toArray(String[]::new);
    }

    /** A package without those below it. */
    String exactly(String path) {
        return root + "." + path;
    }

    String nameOf(String path) {
        return root + "." + path;
    }

    boolean is(JavaClass type, String path) {
        return type.getName().equals(nameOf(path));
    }

    /** These packages together with those of the JDK or a library. */
    static String[] and(String[] own, String... others) {
        return Stream.concat(Arrays.stream(own), Arrays.stream(others)).toArray(String[]::new);
    }
}
