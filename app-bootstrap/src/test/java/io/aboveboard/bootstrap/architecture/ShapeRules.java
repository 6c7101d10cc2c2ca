package io.aboveboard.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How classes are made, and what they are called. */
final class ShapeRules {
    private static final Set<String> GENERIC =
            Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");
    private static final Set<String> OPTIONAL = Stream.of(
                    Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OLD_DATES = Set.of(
            "java.util.Date",
            "java.util.Calendar",
            "java.util.GregorianCalendar",
            "java.util.TimeZone",
            "java.text.DateFormat",
            "java.text.SimpleDateFormat",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp");

    private ShapeRules() {}

    static ArchRule drivenPortsAreInterfaces(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.in("domain.port"))
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .doNotHaveSimpleName("InProcessConsentGate")
                .should(Shapes.condition(
                        "be an interface, a value, or the failure of a port", ShapeRules::isPortValueOrFailure))
                .as("Driven ports are interfaces; beside them stand values and one final exception each")
                .because("a role says what is done, not how");
    }

    private static boolean isPortValueOrFailure(JavaClass type) {
        boolean isFailure = type.isAssignableTo(RuntimeException.class)
                && Shapes.isFinal(type)
                && type.getSimpleName().endsWith("Exception");
        return type.isInterface() || type.isRecord() || type.isEnum() || isFailure;
    }

    static ArchRule adaptersAreFinalAndNamedAfterTheirPort(Layout layout) {
        return classes()
                .that()
                .resideOutsideOfPackage(layout.in("domain"))
                .and()
                .areNotInterfaces()
                .and(describe(
                        "implement a port",
                        type -> portsOf(type, layout).findAny().isPresent()))
                .should(Shapes.condition("be final and named after its port", type -> isNamedAfterPort(type, layout)))
                .as("What implements a port is final and has the port's name at the end of its own")
                .because("then everything that plays a role is found by the name of the role");
    }

    private static boolean isNamedAfterPort(JavaClass type, Layout layout) {
        return Shapes.isFinal(type)
                && portsOf(type, layout).allMatch(port -> type.getSimpleName().endsWith(port.getSimpleName()));
    }

    private static Stream<JavaClass> portsOf(JavaClass type, Layout layout) {
        return type.getAllRawInterfaces().stream()
                .filter(implemented -> implemented.getPackageName().equals(layout.exactly("domain.port")));
    }

    static ArchRule configsAreRecords() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Config")
                .should(Shapes.condition("be a record", JavaClass::isRecord))
                .as("Settings are records named …Config")
                .because("settings that change under their user are nobody's settings");
    }

    static ArchRule domainClassesAreFinalOrSealed(Layout layout) {
        return classes()
                .that()
                .resideInAPackage(layout.in("domain"))
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(Shapes.condition("be final or sealed", ShapeRules::isClosed))
                .as("Classes of the domain are final, enums, records or sealed")
                .because("a rule that a subclass can change is none");
    }

    private static boolean isClosed(JavaClass type) {
        return Shapes.isFinal(type)
                || type.isEnum()
                || isSynthetic(type)
                || type.reflect().isSealed();
    }

    static ArchRule fieldsAreFinal(Layout layout, Exceptions exceptions) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(layout.in("domain"))
                .and()
                .areDeclaredInClassesThat(exceptions.notNamed(layout))
                .should(Shapes.condition("be final", field -> isSynthetic(field) || Shapes.isFinal(field)))
                .as("Fields of the domain are final, except in the classes named for the state they hold")
                .because("what changes must be looked for in few places");
    }

    private static boolean isSynthetic(HasModifiers something) {
        return something.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    static ArchRule noOptionalFieldOrParameter() {
        return classes()
                .should(Shapes.condition("have no field or parameter of type Optional", ShapeRules::isFreeOfOptionals))
                .as("No field and no parameter is an Optional")
                .because("it says nothing that an overload or @Nullable does not, and can itself be null");
    }

    private static boolean isFreeOfOptionals(JavaClass type) {
        return type.getFields().stream()
                        .noneMatch(field -> OPTIONAL.contains(field.getRawType().getName()))
                && type.getCodeUnits().stream()
                        .filter(code -> !isSynthetic(code))
                        .flatMap(code -> code.getRawParameterTypes().stream())
                        .noneMatch(parameter -> OPTIONAL.contains(parameter.getName()));
    }

    static ArchRule noGenericExceptionIsThrown() {
        return noClasses()
                .should()
                .accessTargetWhere(describe("makes an exception that says nothing", ShapeRules::makesGenericException))
                .as("No generic exception is thrown")
                .because("nobody can catch it without catching everything");
    }

    private static boolean makesGenericException(JavaAccess<?> access) {
        boolean isCallOfSuper = access.getOriginOwner()
                        .getRawSuperclass()
                        .filter(access.getTargetOwner()::equals)
                        .isPresent()
                && access.getOrigin().isConstructor();
        return GENERIC.contains(access.getTargetOwner().getName())
                && access.getTarget().getName().equals("<init>")
                && !isCallOfSuper;
    }

    static ArchRule noOldDateTypes(Layout layout) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(layout.in("adapter.scheduler.quartz"))
                .should()
                .dependOnClassesThat(describe("are date types of old", type -> OLD_DATES.contains(type.getName())))
                .as("No date types of before java.time, except in the adapter of Quartz, which speaks no other")
                .because("they can be changed, and hide their zone");
    }
}
