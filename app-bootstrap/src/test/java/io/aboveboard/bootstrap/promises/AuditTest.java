package io.aboveboard.bootstrap.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private MiniReactor reactor;

    @BeforeEach
    void makeReactor(@TempDir Path folder) throws IOException {
        reactor = MiniReactor.in(folder)
                .test("FooTest", "class FooTest { @Test @Proves(Promise.P1) @Fault({\"A1\", \"Z9\"}) void test() {} }");
    }

    @Test
    void demandsATestOrAReason() throws IOException {
        assertThat(reactor.audit().problems())
                .anyMatch(problem -> problem.startsWith("P2: has neither a test nor a reason"))
                .anyMatch(problem -> problem.startsWith("I4: has neither a test nor a reason"))
                .noneMatch(problem -> problem.matches("(P1|A1):.*"));
    }

    @Test
    void acceptsAReasonWhereThereIsNoTest() throws IOException {
        reactor.reasons("P2\topen: not yet\nA1\tpartly: not when full\n");
        assertThat(reactor.audit().problems()).noneMatch(problem -> problem.matches("(P2|A1):.*"));
        assertThat(reactor.audit().reasonFor("P2")).isEqualTo("open: not yet");
    }

    @Test
    void refusesAReasonThatATestHasOvertaken() throws IOException {
        reactor.reasons("P1\topen: not yet\n");
        assertThat(reactor.audit().problems())
                .anyMatch(problem -> problem.startsWith("P1: has a test and is said to be open"));
    }

    @Test
    void refusesPartlyWhereThereIsNoTest() throws IOException {
        reactor.reasons("A2\tpartly: not when full\n");
        assertThat(reactor.audit().problems()).contains("A2: is said to be proven partly, but has no test");
    }

    @Test
    void refusesIdsOfNoCatalogue() throws IOException {
        reactor.reasons("Z8\topen: not yet\n");
        assertThat(reactor.audit().problems())
                .contains("Z9: is marked on a test, but in no catalogue")
                .contains("Z8: has a reason in open-promises.tsv, but is in no catalogue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2", "P2\tnot yet", "P2\topen:", "P2\topen: a | b", "P2\topen: a\tb", "P2 open: a", ""})
    void refusesALineThatIsNoReason(String line) throws IOException {
        reactor.reasons(line + "\n");
        assertThat(reactor.audit().problems())
                .anyMatch(problem -> problem.startsWith("open-promises.tsv: not an id") && problem.endsWith(line));
    }

    @Test
    void refusesTwoReasonsForOneId() throws IOException {
        reactor.reasons("P2\topen: not yet\nP2\topen: not now\n");
        assertThat(reactor.audit().problems()).contains("open-promises.tsv: has P2 twice");
    }

    @Test
    void writesBothTablesAndOneLineForEachTest() throws IOException {
        reactor.reasons("P2\topen: not yet\nA1\tpartly: not when full\n");
        assertThat(PromisesPage.of(reactor.audit()))
                .containsPattern("\\| P1 \\| Nothing detailed .* \\| \\[tests]\\(#p1\\) \\|\n")
                .containsPattern("\\| P2 \\| Once a withdrawal .* \\| open: not yet \\|\n")
                .containsPattern("\\| A1 \\| No file .* \\| \\[tests]\\(#a1\\); partly: not when full \\|\n")
                .contains(
                        "### P1\n\n- core, [FooTest](../core/src/test/java/mini/FooTest.java): test\n\n### A1\n\n- core")
                .doesNotContain("### P2");
    }
}
