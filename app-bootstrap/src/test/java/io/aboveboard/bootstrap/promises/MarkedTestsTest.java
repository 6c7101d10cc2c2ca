package io.aboveboard.bootstrap.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedTestsTest {
    private static final String A_TEST = "class %s { @Test @Fault(\"C7\") void waitsAsLongAsAsked() {} }";

    private MiniReactor reactor;

    @BeforeEach
    void makeReactor(@TempDir Path folder) throws IOException {
        reactor = MiniReactor.in(folder);
    }

    @Test
    void findsAMarkedTest() throws IOException {
        reactor.test("FooTest", A_TEST.formatted("FooTest"));
        assertThat(reactor.audit().proofsOf("C7"))
                .containsExactly(
                        new Proof("core", "FooTest", "waits as long as asked", "core/src/test/java/mini/FooTest.java"));
    }

    @Test
    void countsTheMarksOfAClassForAllItsTests() throws IOException {
        reactor.test("FooTest", """
                @Proves({Promise.P1, Promise.P2}) class FooTest {
                  @Test void one() {}
                  @RepeatedTest(2) @Proves(Promise.P3) void two() {}
                  @Nested class Inner { @TestFactory Object three() { return null; } }
                  void helper() {}
                }""");
        assertThat(sentences("P1")).containsExactly("FooTest: one", "FooTest: two", "FooTest.Inner: three");
        assertThat(sentences("P2")).isEqualTo(sentences("P1"));
        assertThat(sentences("P3")).containsExactly("FooTest: two");
    }

    @Test
    void countsTheMarksOfAContractForEachRunOfIt() throws IOException {
        reactor.test("Contract", "interface Contract { @Test @Fault(\"D1\") default void keeps() {} }")
                .test("Whole", "@Fault(\"D2\") interface Whole extends Contract {}")
                .test("Aside", "@Fault(\"D3\") interface Aside { @Test default void other() {} }")
                .test("OneTest", "class OneTest implements Whole, Aside {}")
                .test("TwoIT", "class TwoIT implements Contract { @Test @Override public void keeps() {} }")
                .test("ThreeIT", "class ThreeIT implements Contract {}")
                .test("FakeIT", "@AgainstDouble class FakeIT implements Contract {}");
        assertThat(sentences("D1")).containsExactly("OneTest: keeps", "ThreeIT: keeps");
        assertThat(sentences("D2")).containsExactly("OneTest: keeps");
        assertThat(sentences("D3")).containsExactly("OneTest: other");
    }

    @Test
    void countsRulesThatAreFields() throws IOException {
        reactor.test("RulesTest", """
                class RulesTest {
                  @com.tngtech.archunit.junit.ArchTest @Proves(Promise.P1)
                  static final com.tngtech.archunit.lang.ArchRule only_the_policy_clears = null;
                }""");
        assertThat(sentences("P1")).containsExactly("RulesTest: only the policy clears");
    }

    @Test
    void reportsMarksThatNeverRun() throws IOException {
        reactor.test("Foo", A_TEST.formatted("Foo"))
                .test("OffTest", "@Disabled " + A_TEST.formatted("OffTest"))
                .test("BaseTest", "abstract " + A_TEST.formatted("BaseTest"))
                .test("HelperTest", "class HelperTest { @Fault(\"C7\") void helper() {} @Test void test() {} }")
                .test("EmptyTest", "@Fault(\"C7\") class EmptyTest {}")
                .test("OuterTest", "class OuterTest { @Test void test() {} static " + A_TEST.formatted("Case") + "}");
        assertThat(reactor.audit().proofsOf("C7")).isEmpty();
        assertThat(reactor.audit().problems())
                .filteredOn(problem -> problem.endsWith("is marked, but no test of it ever runs"))
                .extracting(problem -> problem.replaceAll(": .*", ""))
                .containsExactlyInAnyOrder(
                        "mini.Foo.waitsAsLongAsAsked()",
                        "mini.OffTest.waitsAsLongAsAsked()",
                        "mini.BaseTest.waitsAsLongAsAsked()",
                        "mini.HelperTest.helper()",
                        "mini.EmptyTest",
                        "mini.OuterTest$Case.waitsAsLongAsAsked()");
    }

    @Test
    void doesNotTrustTestsThatWereNotCompiled() throws IOException {
        reactor.source("FooTest", A_TEST.formatted("FooTest"));
        assertThat(reactor.audit().problems()).contains("core: FooTest.java was not compiled since it changed");
    }

    @Test
    void doesNotTrustTestsThatChangedSinceTheyWereCompiled() throws IOException {
        reactor.test("FooTest", A_TEST.formatted("FooTest"));
        assertThat(reactor.audit().problems()).noneMatch(problem -> problem.startsWith("core: "));
        reactor.touch("FooTest", Instant.now().plus(Duration.ofHours(1)));
        assertThat(reactor.audit().problems()).contains("core: FooTest.java was not compiled since it changed");
    }

    @Test
    void doesNotTrustTestsWhoseSourceIsGone() throws IOException {
        reactor.test("FooTest", A_TEST.formatted("FooTest")).delete("FooTest");
        assertThat(reactor.audit().proofsOf("C7")).isEmpty();
        assertThat(reactor.audit().problems()).contains("mini.FooTest: is left over from a source that is gone");
    }

    private Iterable<String> sentences(String id) throws IOException {
        return reactor.audit().proofsOf(id).stream()
                .map(proof -> proof.testClass() + ": " + proof.sentence())
                .toList();
    }
}
