package io.aboveboard.bootstrap.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of this project itself. With {@code -Dpromises.write=true} the page is written instead of compared. */
class PromisesPageTest {
    private static final boolean WRITE = Boolean.getBoolean("promises.write");

    private static Reactor reactor;
    private static Audit audit;

    @BeforeAll
    static void readTheTestsOfAllModules() throws IOException {
        reactor = Reactor.around(Path.of(""));
        audit = Audit.of(reactor);
    }

    @Test
    void everyPromiseAndFaultHasATestThatRunsOrAReason() {
        assertThat(audit.problems())
                .as("what the tests prove; after a partial build first compile all modules: mvn test-compile")
                .isEmpty();
    }

    @Test
    void thePageSaysWhatTheTestsProve() throws IOException {
        Path page = reactor.root().resolve("docs/promises.md");
        if (WRITE) {
            Files.writeString(page, PromisesPage.of(audit));
        }
        assertThat(page)
                .as("docs/promises.md; if it is out of date, write it anew with -Dpromises.write=true")
                .exists()
                .content()
                .isEqualTo(PromisesPage.of(audit));
    }
}
