package io.aboveboard.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.testkit.marks.Fault;
import org.junit.jupiter.api.Test;

/** How long it takes to compare a secret tells nothing about it, because nothing else compares it. */
@Fault("H4")
class TokensTest {
    private static final String CONSTANT_TIME = "java.security.MessageDigest.isEqual(";

    @Test
    void areReadWhereTheyAreComparedInConstantTimeAndNowhereElse() {
        JavaClass token = new ClassFileImporter().importClass(AccessToken.class);

        assertThat(token.getField("secret").getAccessesToSelf())
                .filteredOn(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
                .extracting(access -> access.getOrigin().getName())
                .containsExactly("matches");
        assertThat(token.tryGetMethod("equals", Object.class)).isEmpty();
        assertComparesInConstantTime(token.getMethod("matches", String.class));
    }

    @Test
    void areComparedInConstantTimeInFormsToo() {
        assertComparesInConstantTime(
                new ClassFileImporter().importClass(Session.class).getMethod("owns", String.class));
    }

    private static void assertComparesInConstantTime(JavaMethod method) {
        assertThat(method.getMethodCallsFromSelf())
                .extracting(JavaAccess::getTarget)
                .extracting(target -> target.getFullName())
                .anyMatch(name -> name.startsWith(CONSTANT_TIME))
                .noneMatch(name -> name.contains(".equals("));
    }
}
