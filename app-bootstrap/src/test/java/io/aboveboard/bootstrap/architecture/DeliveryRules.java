package io.aboveboard.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.X509TrustManager;

/** What would make delivery less safe than it says it is. */
final class DeliveryRules {
    private static final DescribedPredicate<JavaClass> CHECKS =
            assignableTo(X509TrustManager.class).or(assignableTo(HostnameVerifier.class));

    private DeliveryRules() {}

    static ArchRule nobodyDecidesWhomToTrust(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.root() + "..")
                .should()
                .dependOnClassesThat(CHECKS)
                .orShould()
                .accessTargetWhere(describe("hands over a check", DeliveryRules::handsOverACheck))
                .as("Nobody decides by itself whom to trust")
                .because("a check of certificates that can be switched off is one that somebody switches off");
    }

    /** A lambda is no class that could be seen; what takes it can. */
    private static boolean handsOverACheck(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream().anyMatch(CHECKS);
    }

    static ArchRule nobodyBatchesByTheSdk(Layout layout) {
        return noClasses()
                .that()
                .resideInAPackage(layout.root() + "..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("BatchLogRecordProcessor")
                .as("Nobody hands records to the batch processor of OpenTelemetry")
                .because("it clears a batch whose export failed, and what is not delivered is kept here");
    }
}
