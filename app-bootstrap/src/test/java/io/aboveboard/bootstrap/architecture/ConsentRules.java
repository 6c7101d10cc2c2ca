package io.aboveboard.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Map;

/** Nothing is stored or sent without the policy's permission. */
final class ConsentRules {
    private static final String CLEARANCE = "domain.consent.Clearance";
    private static final String POLICY = "domain.consent.ConsentPolicy";
    private static final String[] RECORDS = {"domain.record.EncodedRecord", "domain.port.Batch"};

    /** Methods that take records and need no permission, each with its reason. */
    private static final Map<String, String> TAKING_RECORDS_AWAY = Map.of(
            "Outbox.oldest", "what only chooses among stored records stores and sends none",
            "Outbox.eachWaiting", "what only looks stores and sends nothing",
            "Outbox.settle", "what has met its end is neither stored anew nor sent",
            "RecordEncoder.restamped", "an encoder neither stores nor sends");

    private ConsentRules() {}

    static ArchRule onlyThePolicyMintsClearance(Layout layout) {
        return noClasses()
                .that(describe("are not the policy", type -> !layout.is(type, POLICY)))
                .should()
                .accessTargetWhere(describe(
                        "makes a clearance",
                        access -> layout.is(access.getTargetOwner(), CLEARANCE)
                                && access.getTarget().getName().equals("<init>")))
                .as("Only the policy mints a clearance")
                .because("the token is worth what its mint is worth");
    }

    static ArchRule onlyTheEngineAsksThePolicy(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(layout.all("domain.engine", "domain.consent", "testkit.fixture"))
                .should()
                .accessTargetWhere(describe("asks the policy", access -> layout.is(access.getTargetOwner(), POLICY)))
                .as("Only the engine asks the policy, and the fixtures of tests")
                .because("whoever asks gets the facts in by himself, and could make them up");
    }

    static ArchRule whateverTakesRecordsDemandsClearance(Layout layout) {
        return methods()
                .that(describe("take records", method -> takesRecords(method, layout)))
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.in("domain.port"))
                .and()
                .areDeclaredInClassesThat()
                .areInterfaces()
                .should(Shapes.condition("demand a clearance", method -> demandsClearance(method, layout)))
                .as("A port that stores or sends records demands a clearance")
                .because("then code that does so without asking the policy does not compile");
    }

    static ArchRule whateverPostsDemandsClearance(Layout layout) {
        DescribedPredicate<JavaCodeUnit> posts = describe(
                "post",
                code -> !isInClient(code.getOwner(), layout)
                        && !layout.is(code.getOwner(), "adapter.sink.otlp.OtlpDoctor")
                        && code.getAccessesFromSelf().stream().anyMatch(access -> isPost(access, layout)));
        return codeUnits()
                .that(posts)
                .should(Shapes.condition("demand a clearance", code -> demandsClearance(code, layout)))
                .as("Whoever has the sink's client post demands a clearance")
                .because("the client itself takes any bytes");
    }

    private static boolean isPost(JavaAccess<?> access, Layout layout) {
        return isInClient(access.getTargetOwner(), layout)
                && access.getTarget().getName().equals("post");
    }

    private static boolean isInClient(JavaClass type, Layout layout) {
        return type.getPackageName().equals(layout.exactly("adapter.sink.otlp.http"));
    }

    private static boolean takesRecords(JavaMethod method, Layout layout) {
        String name = method.getOwner().getSimpleName() + "." + method.getName();
        return !TAKING_RECORDS_AWAY.containsKey(name)
                && Arrays.stream(RECORDS).anyMatch(record -> hasParameter(method, layout, record));
    }

    private static boolean demandsClearance(JavaCodeUnit code, Layout layout) {
        return hasParameter(code, layout, CLEARANCE);
    }

    private static boolean hasParameter(JavaCodeUnit code, Layout layout, String path) {
        return code.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(type -> layout.is(type, path));
    }
}
