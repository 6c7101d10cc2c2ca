package io.aboveboard.testkit.marks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which lines of the {@link FaultCatalogue} a test covers, such as {@code @Fault("C7")}. On a class it holds for
 * all its tests, on a contract for those of every run of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD})
public @interface Fault {
    /**
     * The ids of the faults.
     *
     * @return at least one; an id that the catalogue does not know fails the build
     */
    String[] value();
}
