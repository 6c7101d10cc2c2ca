package io.aboveboard.testkit.marks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which promises a test proves. On a class it holds for all its tests, on a contract for those of every run of it.
 * A field is a rule that a test engine runs, such as an ArchUnit rule.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD})
public @interface Proves {
    /**
     * The promises.
     *
     * @return at least one
     */
    Promise[] value();
}
