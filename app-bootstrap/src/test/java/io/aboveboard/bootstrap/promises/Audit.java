package io.aboveboard.bootstrap.promises;

import io.aboveboard.testkit.marks.FaultCatalogue;
import io.aboveboard.testkit.marks.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds what is promised against what is proven. */
final class Audit {
    private final MarkedTests tests;
    private final OpenReasons reasons;

    private Audit(MarkedTests tests, OpenReasons reasons) {
        this.tests = tests;
        this.reasons = reasons;
    }

    static Audit of(Reactor reactor) throws IOException {
        Path file = reactor.root().resolve("docs/open-promises.tsv");
        return new Audit(MarkedTests.in(reactor), OpenReasons.parse(Files.readString(file)));
    }

    /** The promises, in their words, by id. */
    static Map<String, String> promises() {
        Map<String, String> promises = new LinkedHashMap<>();
        for (Promise promise : Promise.values()) {
            promises.put(promise.name(), promise.sentence());
        }
        return promises;
    }

    /** The tests that prove a promise or fault. */
    SortedSet<Proof> proofsOf(String id) {
        return tests.proofs().getOrDefault(id, new TreeSet<>());
    }

    /** Why it is not, or not wholly, proven; empty where it is. */
    String reasonFor(String id) {
        return reasons.reasons().getOrDefault(id, "");
    }

    /** Everything that is wrong, each with what to do about it. */
    List<String> problems() {
        List<String> problems = new ArrayList<>(tests.problems());
        problems.addAll(reasons.problems());
        Map<String, String> known = promises();
        known.putAll(FaultCatalogue.faults());
        known.keySet().forEach(id -> judge(id, problems));
        tests.proofs().keySet().stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> problems.add(id + ": is marked on a test, but in no catalogue"));
        reasons.reasons().keySet().stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> problems.add(id + ": has a reason in open-promises.tsv, but is in no catalogue"));
        return problems;
    }

    private void judge(String id, List<String> problems) {
        boolean proven = !proofsOf(id).isEmpty();
        String reason = reasonFor(id);
        if (!proven && reason.isEmpty()) {
            problems.add(id + ": has neither a test nor a reason; mark a test, or state why in open-promises.tsv");
        }
        if (proven && reason.startsWith(OpenReasons.OPEN)) {
            problems.add(
                    id + ": has a test and is said to be open; remove the reason, or let it begin with 'partly: '");
        }
        if (!proven && reason.startsWith(OpenReasons.PARTLY)) {
            problems.add(id + ": is said to be proven partly, but has no test");
        }
    }
}
