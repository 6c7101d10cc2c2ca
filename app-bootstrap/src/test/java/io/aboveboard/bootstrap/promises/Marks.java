package io.aboveboard.bootstrap.promises;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Proves;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the marks from compiled classes. */
final class Marks {
    private Marks() {}

    /** The ids with which a member or a type itself is marked. */
    static Set<String> on(HasAnnotations<?> element) {
        Set<String> ids = new LinkedHashSet<>();
        ids.addAll(values(element.tryGetAnnotationOfType(Proves.class.getName())));
        ids.addAll(values(element.tryGetAnnotationOfType(Fault.class.getName())));
        return ids;
    }

    /**
     * Everything whose marks count for a test: itself, the class that runs it, the type that declares it, those in
     * between, and the classes around the one that runs it.
     */
    static Stream<HasAnnotations<?>> carriersFor(JavaMember test, JavaClass runner) {
        Stream<JavaClass> family = runner.getAllClassesSelfIsAssignableTo().stream()
                .filter(type -> type.isAssignableTo(test.getOwner().getName()));
        return Stream.of(Stream.of(test), family, Runners.around(runner)).flatMap(each -> each);
    }

    private static Set<String> values(Optional<? extends JavaAnnotation<?>> mark) {
        Set<String> values = new LinkedHashSet<>();
        mark.flatMap(found -> found.get("value")).ifPresent(value -> {
            for (Object each : (Object[]) value) {
                values.add(each instanceof JavaEnumConstant constant ? constant.name() : each.toString());
            }
        });
        return values;
    }
}
