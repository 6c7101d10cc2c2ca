package io.aboveboard.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;

/** Who may know whom. */
final class LayerRules {
    /** {@code java.lang.invoke} and {@code java.lang.runtime} are not written by hand: lambdas and records need them. */
    private static final String[] LANGUAGE = {
        "java.lang",
        "java.lang.annotation",
        "java.lang.invoke",
        "java.lang.runtime",
        "java.util",
        "java.util.concurrent..",
        "java.util.function",
        "java.util.random",
        "java.util.regex",
        "java.util.stream",
        "java.time..",
        "java.math",
        "java.security",
        "java.nio",
        "java.nio.charset"
    };

    private LayerRules() {}

    static ArchRule noClassIsOutsideTheLayers(Layout layout) {
        return classes()
                .should()
                .resideInAnyPackage(layout.all(Layout.MODULES))
                .as("Every class belongs to a layer")
                .because("what belongs to none is held to no rule");
    }

    static ArchRule theDomainRestsOnTheLanguageAlone(Layout layout) {
        return onlyKnows("domain", layout, layout.all("domain"), LANGUAGE)
                .as("The domain depends on itself and the language, on nothing else")
                .because("it is embedded in other services and must not bring them anything, nor do anything unseen");
    }

    static ArchRule theDomainPointsOneWay(Layout layout) {
        String[] model = layout.all(Layout.MODEL);
        String[] withPorts = Layout.and(model, layout.in("domain.port"));
        return CompositeArchRule.of(only(Layout.MODEL, layout, model, LANGUAGE))
                .and(onlyKnows("domain.port", layout, withPorts, LANGUAGE))
                .and(onlyKnows("domain.api", layout, Layout.and(withPorts, layout.in("domain.api")), LANGUAGE))
                .and(onlyKnows("domain.host", layout, Layout.and(withPorts, layout.in("domain.host")), LANGUAGE))
                .and(onlyKnows("domain.memory", layout, Layout.and(withPorts, layout.in("domain.memory")), LANGUAGE))
                .and(onlyKnows("domain.replica", layout, Layout.and(withPorts, layout.in("domain.replica")), LANGUAGE))
                .and(onlyKnows(
                        "domain.engine",
                        layout,
                        Layout.and(withPorts, layout.all("domain.api", "domain.engine")),
                        LANGUAGE))
                .as("In the domain the model knows itself, a port the model, the engine both, and the facade all")
                .because("what decides must not depend on what acts upon it");
    }

    static ArchRule anAdapterKnowsItsPortsAndItsLibrary(Layout layout) {
        return CompositeArchRule.of(adapter("adapter.consent.file", layout, "com.fasterxml.jackson.."))
                .and(adapter("adapter.consent.jdbc", layout, "javax.sql", "com.zaxxer.hikari.."))
                .and(adapter("adapter.outbox.file", layout))
                .and(adapter("adapter.sink.otlp", layout, "io.opentelemetry..", "javax.net.ssl", "javax.security.."))
                .and(adapter("adapter.scheduler.quartz", layout, "org.quartz.."))
                .as("An adapter depends on the JDK, the model and the ports of the domain, itself and its one library")
                .because("then it can be exchanged, and none can come to need another");
    }

    static ArchRule theTestkitKnowsTheDomainAndTestLibraries(Layout layout) {
        return onlyKnows(
                        "testkit",
                        layout,
                        layout.all("testkit", "domain"),
                        "java..",
                        "javax.net..",
                        "org.junit.jupiter.api..",
                        "org.junit.jupiter.params..",
                        "org.assertj.core..",
                        "io.opentelemetry.proto..",
                        "com.google.protobuf..",
                        "com.fasterxml.jackson..")
                .as("The testkit depends on the domain and on test libraries")
                .because("embedders test with it who use none of our adapters");
    }

    static ArchRule onlyTheFacadeKnowsTheEngine(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.in("domain.engine"))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(layout.exactly("domain"), layout.in("domain.engine"))
                .as("Only the facade knows the engine")
                .because("whoever could reach its parts could go around its order");
    }

    static ArchRule theInsideOfAnAdapterIsItsOwn(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.in("adapter"))
                .and()
                .resideOutsideOfPackages(
                        layout.exactly("adapter.consent.file"),
                        layout.exactly("adapter.consent.jdbc"),
                        layout.exactly("adapter.outbox.file"),
                        layout.exactly("adapter.scheduler.quartz"),
                        layout.exactly("adapter.sink.otlp"),
                        layout.exactly("adapter.sink.otlp.config"),
                        layout.exactly("adapter.sink.otlp.tls"))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(layout.in("adapter"))
                .as("The inside of an adapter is used by that adapter only")
                .because("what lies behind its entry, such as the client that posts, asks for no clearance");
    }

    static ArchRule noPackageCycles(Layout layout) {
        return slices().matching(layout.root() + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("Packages depend on each other in no circle")
                .because("a circle can only be understood, and changed, as a whole");
    }

    private static ArchRule adapter(String path, Layout layout, String... library) {
        String[] own = Layout.and(layout.all(Layout.MODEL), layout.in(path), layout.in("domain.port"));
        return onlyKnows(path, layout, Layout.and(own, "java.."), library);
    }

    private static ArchRule onlyKnows(String path, Layout layout, String[] own, String... others) {
        return only(new String[] {path}, layout, own, others);
    }

    private static ArchRule only(String[] paths, Layout layout, String[] own, String... others) {
        return classes()
                .that()
                .resideInAnyPackage(layout.all(paths))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Layout.and(own, others))
                .allowEmptyShould(true);
    }
}
