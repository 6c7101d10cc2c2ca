package io.aboveboard.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions on one class or member. */
final class Shapes {
    private Shapes() {}

    static ArchCondition<JavaClass> beFinal() {
        return condition("be final", Shapes::isFinal);
    }

    static boolean isFinal(HasModifiers something) {
        return something.getModifiers().contains(JavaModifier.FINAL);
    }

    static <T> ArchCondition<T> condition(String description, Predicate<? super T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(item, holds.test(item), item + " has to " + description));
            }
        };
    }
}
