package io.aboveboard.testkit.marks;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a test class runs a contract against a test double. That a double keeps a contract proves nothing about the
 * product, so what the contract is marked with does not count for this run.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AgainstDouble {}
