package io.aboveboard.bootstrap.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The project keeps every rule. Sibling modules are jars under {@code verify}, so jars are imported too. */
@AnalyzeClasses(packages = "io.aboveboard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Layout PROJECT = Layout.PROJECT;

    @ArchTest
    static final ArchRule layers = LayerRules.noClassIsOutsideTheLayers(PROJECT);

    @ArchTest
    static final ArchRule domain = LayerRules.theDomainRestsOnTheLanguageAlone(PROJECT);

    @ArchTest
    static final ArchRule oneWay = LayerRules.theDomainPointsOneWay(PROJECT);

    @ArchTest
    static final ArchRule adapters = LayerRules.anAdapterKnowsItsPortsAndItsLibrary(PROJECT);

    @ArchTest
    static final ArchRule testkit = LayerRules.theTestkitKnowsTheDomainAndTestLibraries(PROJECT);

    @ArchTest
    static final ArchRule engine = LayerRules.onlyTheFacadeKnowsTheEngine(PROJECT);

    @ArchTest
    static final ArchRule insides = LayerRules.theInsideOfAnAdapterIsItsOwn(PROJECT);

    @ArchTest
    static final ArchRule cycles = LayerRules.noPackageCycles(PROJECT);

    @ArchTest
    static final ArchRule guice = GuiceRules.guiceStaysInTheBootstrap(PROJECT);

    @ArchTest
    static final ArchRule modules = GuiceRules.modulesLieInWiring(PROJECT);

    @ArchTest
    static final ArchRule mint = ConsentRules.onlyThePolicyMintsClearance(PROJECT);

    @ArchTest
    static final ArchRule policy = ConsentRules.onlyTheEngineAsksThePolicy(PROJECT);

    @ArchTest
    static final ArchRule ports = ConsentRules.whateverTakesRecordsDemandsClearance(PROJECT);

    @ArchTest
    static final ArchRule posting = ConsentRules.whateverPostsDemandsClearance(PROJECT);

    @ArchTest
    static final ArchRule network = ResourceRules.onlyTheSinkUsesTheNetwork(PROJECT);

    @ArchTest
    static final ArchRule databases = ResourceRules.onlyTheJdbcAdapterUsesDatabases(PROJECT);

    @ArchTest
    static final ArchRule files = ResourceRules.onlyFileAdaptersUseFiles(PROJECT);

    @ArchTest
    static final ArchRule streams = ResourceRules.onlyTheCliUsesStandardStreams(PROJECT);

    @ArchTest
    static final ArchRule jvm = ResourceRules.onlyTheHostPackageReadsTheJvm(PROJECT, NamedExceptions.READING_THE_JVM);

    @ArchTest
    static final ArchRule process = ResourceRules.onlyTheBootstrapEndsTheProcess(PROJECT);

    @ArchTest
    static final ArchRule threads = ResourceRules.threadsOnlyWhereNamed(PROJECT, NamedExceptions.STARTING_THREADS);

    @ArchTest
    static final ArchRule trust = DeliveryRules.nobodyDecidesWhomToTrust(PROJECT);

    @ArchTest
    static final ArchRule batching = DeliveryRules.nobodyBatchesByTheSdk(PROJECT);

    @ArchTest
    static final ArchRule interfaces = ShapeRules.drivenPortsAreInterfaces(PROJECT);

    @ArchTest
    static final ArchRule names = ShapeRules.adaptersAreFinalAndNamedAfterTheirPort(PROJECT);

    @ArchTest
    static final ArchRule configs = ShapeRules.configsAreRecords();

    @ArchTest
    static final ArchRule closed = ShapeRules.domainClassesAreFinalOrSealed(PROJECT);

    @ArchTest
    static final ArchRule fields = ShapeRules.fieldsAreFinal(PROJECT, NamedExceptions.HOLDING_STATE);

    @ArchTest
    static final ArchRule optionals = ShapeRules.noOptionalFieldOrParameter();

    @ArchTest
    static final ArchRule thrown = ShapeRules.noGenericExceptionIsThrown();

    @ArchTest
    static final ArchRule dates = ShapeRules.noOldDateTypes(PROJECT);
}
