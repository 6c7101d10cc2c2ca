package io.aboveboard.bootstrap.promises;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.aboveboard.testkit.marks.AgainstDouble;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;

/** Knows which classes the build runs as tests, and which of their members are the tests. */
final class Runners {
    /** What Surefire and Failsafe pick by default. */
    private static final Pattern PICKED = Pattern.compile("(Test|IT).*|.*(Test|Tests|TestCase|IT|ITCase)");

    private Runners() {}

    /** Whether the build runs the tests of a class, and against the product. */
    static boolean isRun(JavaClass type) {
        boolean concrete = !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT);
        return concrete && !isDisabled(type) && !type.isAnnotatedWith(AgainstDouble.class) && isPicked(type);
    }

    private static boolean isPicked(JavaClass type) {
        if (type.isTopLevelClass()) {
            return PICKED.matcher(type.getSimpleName()).matches();
        }
        return type.isAnnotatedWith(Nested.class)
                && type.getEnclosingClass().map(Runners::isRun).orElse(false);
    }

    private static boolean isDisabled(JavaClass type) {
        return type.getAllClassesSelfIsAssignableTo().stream().anyMatch(each -> each.isAnnotatedWith(Disabled.class));
    }

    /** The tests that a class runs, inherited ones included, overridden ones not. */
    static List<JavaMember> tests(JavaClass runner) {
        return runner.getAllMembers().stream()
                .filter(member -> member.isMetaAnnotatedWith(Testable.class))
                .filter(member -> !member.isAnnotatedWith(Disabled.class))
                .filter(member -> !isOverridden(member, runner))
                .toList();
    }

    private static boolean isOverridden(JavaMember member, JavaClass runner) {
        return member instanceof JavaMethod method
                && runner.getAllMethods().stream().anyMatch(other -> overrides(other, method));
    }

    private static boolean overrides(JavaMethod other, JavaMethod method) {
        return other.getName().equals(method.getName())
                && other.getRawParameterTypes().equals(method.getRawParameterTypes())
                && !other.getOwner().equals(method.getOwner())
                && other.getOwner().isAssignableTo(method.getOwner().getName());
    }

    /** The classes around a nested one. */
    static Stream<JavaClass> around(JavaClass type) {
        return Stream.iterate(
                        type.getEnclosingClass(),
                        each -> each.isPresent(),
                        each -> each.flatMap(JavaClass::getEnclosingClass))
                .flatMap(each -> each.stream());
    }
}
