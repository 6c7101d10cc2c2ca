package io.aboveboard.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.aboveboard.bootstrap.architecture.canary.adapter.consent.file.ConnectsByItself;
import io.aboveboard.bootstrap.architecture.canary.adapter.consent.file.KnowsAnotherAdapter;
import io.aboveboard.bootstrap.architecture.canary.adapter.consent.jdbc.KnowsADriver;
import io.aboveboard.bootstrap.architecture.canary.adapter.scheduler.quartz.KnowsTheWrongLibrary;
import io.aboveboard.bootstrap.architecture.canary.adapter.scheduler.quartz.LooksUpAName;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.AcceptsAnyHost;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.ClearsABatch;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.ListensForTheEnd;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.Misnamed;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.OpenTelemetrySink;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.PrintsALine;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.PrintsAStackTrace;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.PrintsByReference;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.ReadsAProperty;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.ReadsTheZone;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.TrustsEverybody;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.UsesGuice;
import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.WritesAFile;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.AsksThePolicy;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.GoesAroundTheSink;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.KnowsTheEngine;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.cli.CallsHome;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.cli.HiddenModule;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.config.BeanConfig;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.wiring.Bindings;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.wiring.HoldsASource;
import io.aboveboard.bootstrap.architecture.canary.bootstrap.wiring.OpenModule;
import io.aboveboard.bootstrap.architecture.canary.domain.api.KnowsAPart;
import io.aboveboard.bootstrap.architecture.canary.domain.consent.KnowsAPort;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.EndsTheProcess;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.ExtendsThread;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.MintsByReference;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.MintsItsOwn;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.ReadsTheClock;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.ReadsTheEnvironment;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.ReadsTheTicker;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.RestsOnMemory;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.RunsElsewhere;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.StartsAThread;
import io.aboveboard.bootstrap.architecture.canary.domain.engine.UsesAPool;
import io.aboveboard.bootstrap.architecture.canary.domain.event.KnowsALibrary;
import io.aboveboard.bootstrap.architecture.canary.domain.event.MutableField;
import io.aboveboard.bootstrap.architecture.canary.domain.event.OldDate;
import io.aboveboard.bootstrap.architecture.canary.domain.event.OpenClass;
import io.aboveboard.bootstrap.architecture.canary.domain.event.OptionalField;
import io.aboveboard.bootstrap.architecture.canary.domain.event.OptionalParameter;
import io.aboveboard.bootstrap.architecture.canary.domain.event.ThrowsAnything;
import io.aboveboard.bootstrap.architecture.canary.domain.host.KnowsMemory;
import io.aboveboard.bootstrap.architecture.canary.domain.host.OpensASocket;
import io.aboveboard.bootstrap.architecture.canary.domain.memory.KnowsItsUser;
import io.aboveboard.bootstrap.architecture.canary.domain.memory.KnowsTheHost;
import io.aboveboard.bootstrap.architecture.canary.domain.memory.ReadsAFile;
import io.aboveboard.bootstrap.architecture.canary.domain.port.AbstractPort;
import io.aboveboard.bootstrap.architecture.canary.domain.port.KnowsARole;
import io.aboveboard.bootstrap.architecture.canary.domain.port.LeakySink;
import io.aboveboard.bootstrap.architecture.canary.domain.replica.AsksARole;
import io.aboveboard.bootstrap.architecture.canary.stray.OutsideTheLayers;
import io.aboveboard.bootstrap.architecture.canary.testkit.KnowsAnAdapter;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail: each is broken by canaries, one for each way of breaking it. */
class CanaryTest {
    private static final JavaClasses CANARIES = new ClassFileImporter().importPackages(Layout.CANARIES.root());

    static Stream<Canary> canaries() {
        return Stream.of(layers(), consent(), resources(), delivery(), shapes()).flatMap(List::stream);
    }

    private static List<Canary> layers() {
        return List.of(
                Canary.of(LayerRules::noClassIsOutsideTheLayers, OutsideTheLayers.class),
                Canary.of(LayerRules::theDomainRestsOnTheLanguageAlone, KnowsALibrary.class),
                Canary.of(
                        LayerRules::theDomainPointsOneWay,
                        AsksARole.class,
                        KnowsAPort.class,
                        KnowsARole.class,
                        KnowsAPart.class,
                        KnowsMemory.class,
                        KnowsTheHost.class,
                        RestsOnMemory.class),
                Canary.of(
                        LayerRules::anAdapterKnowsItsPortsAndItsLibrary,
                        KnowsAnotherAdapter.class,
                        KnowsADriver.class,
                        UsesGuice.class,
                        KnowsTheWrongLibrary.class),
                Canary.of(LayerRules::theTestkitKnowsTheDomainAndTestLibraries, KnowsAnAdapter.class),
                Canary.of(LayerRules::onlyTheFacadeKnowsTheEngine, KnowsTheEngine.class),
                Canary.of(LayerRules::theInsideOfAnAdapterIsItsOwn, GoesAroundTheSink.class),
                Canary.of(LayerRules::noPackageCycles, KnowsItsUser.class),
                Canary.of(GuiceRules::guiceStaysInTheBootstrap, UsesGuice.class),
                Canary.of(GuiceRules::modulesLieInWiring, HiddenModule.class, OpenModule.class, Bindings.class));
    }

    private static List<Canary> consent() {
        return List.of(
                Canary.of(ConsentRules::onlyThePolicyMintsClearance, MintsItsOwn.class, MintsByReference.class),
                Canary.of(ConsentRules::onlyTheEngineAsksThePolicy, AsksThePolicy.class),
                Canary.of(ConsentRules::whateverTakesRecordsDemandsClearance, LeakySink.class),
                Canary.of(ConsentRules::whateverPostsDemandsClearance, GoesAroundTheSink.class));
    }

    private static List<Canary> resources() {
        return List.of(
                Canary.of(
                        ResourceRules::onlyTheSinkUsesTheNetwork,
                        OpensASocket.class,
                        LooksUpAName.class,
                        CallsHome.class),
                Canary.of(ResourceRules::onlyTheJdbcAdapterUsesDatabases, ConnectsByItself.class, HoldsASource.class),
                Canary.of(ResourceRules::onlyFileAdaptersUseFiles, ReadsAFile.class, WritesAFile.class),
                Canary.of(
                        ResourceRules::onlyTheCliUsesStandardStreams,
                        PrintsALine.class,
                        PrintsByReference.class,
                        PrintsAStackTrace.class),
                Canary.of(
                        layout -> ResourceRules.onlyTheHostPackageReadsTheJvm(layout, Exceptions.none()),
                        ReadsTheClock.class,
                        ReadsTheTicker.class,
                        ReadsTheEnvironment.class,
                        ReadsAProperty.class,
                        ReadsTheZone.class),
                Canary.of(ResourceRules::onlyTheBootstrapEndsTheProcess, EndsTheProcess.class, ListensForTheEnd.class),
                Canary.of(
                        layout -> ResourceRules.threadsOnlyWhereNamed(layout, Exceptions.none()),
                        StartsAThread.class,
                        ExtendsThread.class,
                        UsesAPool.class,
                        RunsElsewhere.class));
    }

    private static List<Canary> delivery() {
        return List.of(
                Canary.of(DeliveryRules::nobodyDecidesWhomToTrust, TrustsEverybody.class, AcceptsAnyHost.class),
                Canary.of(DeliveryRules::nobodyBatchesByTheSdk, ClearsABatch.class));
    }

    private static List<Canary> shapes() {
        return List.of(
                Canary.of(ShapeRules::drivenPortsAreInterfaces, AbstractPort.class),
                Canary.of(ShapeRules::adaptersAreFinalAndNamedAfterTheirPort, OpenTelemetrySink.class, Misnamed.class),
                Canary.of(layout -> ShapeRules.configsAreRecords(), BeanConfig.class),
                Canary.of(ShapeRules::domainClassesAreFinalOrSealed, OpenClass.class),
                Canary.of(layout -> ShapeRules.fieldsAreFinal(layout, Exceptions.none()), MutableField.class),
                Canary.of(
                        layout -> ShapeRules.noOptionalFieldOrParameter(),
                        OptionalField.class,
                        OptionalParameter.class),
                Canary.of(layout -> ShapeRules.noGenericExceptionIsThrown(), ThrowsAnything.class),
                Canary.of(ShapeRules::noOldDateTypes, OldDate.class));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void breaksTheRule(Canary canary) {
        List<String> violations =
                canary.rule().evaluate(CANARIES).getFailureReport().getDetails();

        assertThat(canary.breakers())
                .allSatisfy(breaker -> assertThat(violations)
                        .anyMatch(violation -> violation.matches("(?s).*\\b" + breaker.getName() + "\\b.*")));
    }

    @Test
    void standsForEveryRuleThatTheProjectKeeps() {
        assertThat(canaries().map(Canary::sentence))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(ArchTest.class))
                        .map(CanaryTest::sentenceOf)
                        .toList());
    }

    private static String sentenceOf(Field field) {
        try {
            return ((ArchRule) field.get(null)).getDescription();
        } catch (IllegalAccessException inaccessible) {
            throw new AssertionError(inaccessible);
        }
    }

    /** A rule, and the classes each of which must break it. */
    record Canary(Function<Layout, ArchRule> ruleOf, List<Class<?>> breakers) {
        static Canary of(Function<Layout, ArchRule> ruleOf, Class<?>... breakers) {
            return new Canary(ruleOf, List.of(breakers));
        }

        ArchRule rule() {
            return ruleOf.apply(Layout.CANARIES);
        }

        String sentence() {
            return rule().getDescription();
        }

        @Override
        public String toString() {
            return sentence();
        }
    }
}
