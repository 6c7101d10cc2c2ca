package io.aboveboard.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.google.inject.Module;
import com.tngtech.archunit.lang.ArchRule;

/** Where dependencies are injected. */
final class GuiceRules {
    private GuiceRules() {}

    static ArchRule guiceStaysInTheBootstrap(Layout layout) {
        return classes()
                .that()
                .resideOutsideOfPackage(layout.in("bootstrap"))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..")))
                .as("Guice and its annotations are used in the bootstrap only")
                .because("an embedder builds the library in plain Java");
    }

    static ArchRule modulesLieInWiring(Layout layout) {
        return classes()
                .that()
                .areAssignableTo(Module.class)
                .should()
                .resideInAPackage(layout.in("bootstrap.wiring"))
                .andShould()
                .haveSimpleNameEndingWith("Module")
                .andShould(Shapes.beFinal())
                .as("Guice modules lie in wiring, are final and named …Module")
                .because("what is bound to what is to be found in one place");
    }
}
