package io.aboveboard.testkit.otlp;

import io.aboveboard.domain.annotation.Nullable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/** Which answer the next request gets. Thread-safe. */
final class Script {
    private final Queue<OtlpAnswer> next = new ArrayDeque<>();
    private final Function<ReceivedRequest, OtlpAnswer> judge;
    private @Nullable OtlpAnswer standing;

    /** @param judge answers what is meant as an export of logs where nothing is scripted */
    Script(Function<ReceivedRequest, OtlpAnswer> judge) {
        this.judge = judge;
    }

    synchronized void append(List<OtlpAnswer> answers) {
        next.addAll(answers);
    }

    synchronized void always(OtlpAnswer answer) {
        next.clear();
        standing = answer;
    }

    synchronized OtlpAnswer answerTo(HttpRequest http, ReceivedRequest received) {
        OtlpAnswer scripted = next.isEmpty() ? standing : next.remove();
        return scripted == null ? ownAnswer(http, received) : scripted;
    }

    private OtlpAnswer ownAnswer(HttpRequest http, ReceivedRequest received) {
        return http.isLogExport() ? judge.apply(received) : OtlpAnswer.status(404);
    }
}
