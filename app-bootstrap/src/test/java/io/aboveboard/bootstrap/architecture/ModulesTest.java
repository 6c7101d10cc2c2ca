package io.aboveboard.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules are held against the whole project, and every port against a contract. */
@AnalyzeClasses(packages = "io.aboveboard", importOptions = DoNotIncludeTests.class)
class ModulesTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");
    private static final Map<String, String> PARTS_OF_A_PORT = Map.of(
            "Delivery", "what a sink hands out, in the contract of the sink",
            "DeliveryJournal", "what an outbox hands out, in the contract of the outbox",
            "ScheduledBeat", "what a scheduler hands out, in the contract of the scheduler");

    @ArchTest
    static void everyClassOfEveryModuleWasImported(JavaClasses project) throws IOException {
        List<String> modules = modules();

        assertThat(modules).hasSameSizeAs(Layout.MODULES);
        for (String module : modules) {
            assertThat(topLevelClassesOf(module)).isNotEmpty().allMatch(project::contain);
        }
    }

    @ArchTest
    static void everyLayerHasClasses(JavaClasses project) {
        assertThat(Layout.MODULES)
                .allSatisfy(layer -> assertThat(project)
                        .anyMatch(type -> type.getPackageName().startsWith(Layout.PROJECT.nameOf(layer))));
    }

    @ArchTest
    static void everyDrivenPortHasAContract(JavaClasses project) {
        List<String> ports = drivenPorts(project);

        assertThat(ports).hasSizeGreaterThan(5).containsAll(PARTS_OF_A_PORT.keySet());
        assertThat(ports)
                .filteredOn(port -> !PARTS_OF_A_PORT.containsKey(port))
                .allMatch(port -> project.contain(Layout.PROJECT.nameOf("testkit.contract." + port + "Contract")));
    }

    private static List<String> drivenPorts(JavaClasses project) {
        return project.stream()
                .filter(type -> type.getPackageName().equals(Layout.PROJECT.exactly("domain.port")))
                .filter(JavaClass::isInterface)
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.reflect().isSealed())
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .toList();
    }

    private static List<String> modules() throws IOException {
        String whole = Files.readString(PROJECT.resolve("pom.xml"));
        // What a profile adds, such as the benchmarks, is no part of the product.
        return MODULE.matcher(whole.substring(0, whole.indexOf("<profiles>")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static List<String> topLevelClassesOf(String module) throws IOException {
        Path sources = PROJECT.resolve(module).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString())
                    .filter(name -> name.endsWith(".java") && !name.endsWith("-info.java"))
                    .map(name -> name.replaceFirst("\\.java$", "").replaceAll("[/\\\\]", "."))
                    .toList();
        }
    }
}
