package io.aboveboard.testkit.otlp;

import io.aboveboard.domain.annotation.Nullable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Which answer the next request gets. Thread-safe. */
final class Script {
    private final Queue<OtlpAnswer> next = new ArrayDeque<>();
    private @Nullable OtlpAnswer standing;

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

    /** What an honest receiver says where nothing is scripted. */
    private static OtlpAnswer ownAnswer(HttpRequest http, ReceivedRequest received) {
        if (!http.isLogExport()) {
            return OtlpAnswer.status(404);
        }
        if (!received.problem().isEmpty()) {
            return OtlpAnswer.status(400).withBody("text/plain", received.problem());
        }
        return http.isJson() ? OtlpAnswer.status(200).withBody("application/json", "{}") : OtlpAnswer.accepted();
    }
}
