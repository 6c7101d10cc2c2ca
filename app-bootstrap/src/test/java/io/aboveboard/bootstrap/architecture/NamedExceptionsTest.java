package io.aboveboard.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** No class is excepted from a rule that it would keep anyway. */
@AnalyzeClasses(packages = "io.aboveboard", importOptions = DoNotIncludeTests.class)
class NamedExceptionsTest {
    @ArchTest
    static void readersOfTheJvmAreNeeded(JavaClasses project) {
        assertNeeded(
                NamedExceptions.READING_THE_JVM,
                ResourceRules.onlyTheHostPackageReadsTheJvm(Layout.PROJECT, Exceptions.none()),
                project);
    }

    @ArchTest
    static void startersOfThreadsAreNeeded(JavaClasses project) {
        assertNeeded(
                NamedExceptions.STARTING_THREADS,
                ResourceRules.threadsOnlyWhereNamed(Layout.PROJECT, Exceptions.none()),
                project);
    }

    @ArchTest
    static void holdersOfStateAreNeeded(JavaClasses project) {
        assertNeeded(
                NamedExceptions.HOLDING_STATE, ShapeRules.fieldsAreFinal(Layout.PROJECT, Exceptions.none()), project);
    }

    private static void assertNeeded(Exceptions exceptions, ArchRule ruleWithoutThem, JavaClasses project) {
        List<String> violations =
                ruleWithoutThem.evaluate(project).getFailureReport().getDetails();

        assertThat(exceptions.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(violations)
                        .anyMatch(violation -> violation.matches(
                                "(?s)[^<{]*[<{]" + Pattern.quote(Layout.PROJECT.nameOf(name)) + "[.$].*")));
    }
}
