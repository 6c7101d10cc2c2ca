package io.aboveboard.bootstrap.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;

/**
 * Classes that a rule does not hold to, each with its reason. One that the rule would let pass anyway fails a test, so the
 * list stays as short as it can be.
 *
 * @param reasons the reason of each, by the name of the class below the root package
 */
record Exceptions(Map<String, String> reasons) {
    static Exceptions none() {
        return new Exceptions(Map.of());
    }

    Set<String> names() {
        return reasons.keySet();
    }

    /** A class that is not named here; one that is nested counts as what it is nested in. */
    DescribedPredicate<JavaClass> notNamed(Layout layout) {
        return DescribedPredicate.describe("are not named", type -> !reasons.containsKey(pathOf(layout, type)));
    }

    static String pathOf(Layout layout, JavaClass type) {
        String name = type.getName().replaceFirst("\\$.*", "");
        return name.startsWith(layout.root() + ".")
                ? name.substring(layout.root().length() + 1)
                : name;
    }
}
