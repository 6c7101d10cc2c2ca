package io.aboveboard.bootstrap.promises;

import io.aboveboard.testkit.marks.FaultCatalogue;
import java.util.Locale;
import java.util.Map;

/** Writes {@code docs/promises.md}: one line for each test, so that two changes rarely touch the same one. */
final class PromisesPage {
    private static final String HEAD = """
            # What is promised, and what proves it

            Generated from the marks `@Proves` and `@Fault` on the tests of all modules; do not edit. The build fails when it
            is out of date, and when a promise or a fault has neither a test nor a reason in
            [open-promises.tsv](open-promises.tsv). To write it anew:

            ```
            mvn -q test -Dtest=PromisesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dpromises.write=true
            ```
            """;

    private final Audit audit;
    private final StringBuilder text = new StringBuilder(HEAD);

    private PromisesPage(Audit audit) {
        this.audit = audit;
    }

    static String of(Audit audit) {
        PromisesPage page = new PromisesPage(audit);
        page.table("Promises", "The promise", Audit.promises());
        page.table("Faults", "What must come of it", FaultCatalogue.faults());
        page.text.append("\n## The tests\n");
        Audit.promises().keySet().forEach(page::tests);
        FaultCatalogue.faults().keySet().forEach(page::tests);
        return page.text.toString();
    }

    private void table(String title, String column, Map<String, String> rows) {
        text.append("\n## ").append(title).append("\n\n| # | ").append(column).append(" | Proof |\n|---|---|---|\n");
        rows.forEach((id, sentence) -> text.append(
                "| %s | %s | %s |%n".formatted(id, sentence, proof(id)).replace("\r", "")));
    }

    private String proof(String id) {
        String reason = audit.reasonFor(id);
        if (audit.proofsOf(id).isEmpty()) {
            return reason;
        }
        String link = "[tests](#" + id.toLowerCase(Locale.ROOT) + ")";
        return reason.isEmpty() ? link : link + "; " + reason;
    }

    private void tests(String id) {
        if (audit.proofsOf(id).isEmpty()) {
            return;
        }
        text.append("\n### ").append(id).append("\n\n");
        for (Proof proof : audit.proofsOf(id)) {
            text.append("- ").append(proof.module()).append(", [").append(proof.testClass());
            text.append("](../").append(proof.source()).append("): ");
            text.append(proof.sentence()).append('\n');
        }
    }
}
