package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What delivery remembers, as the body of a frame. */
final class MemoBody {
    private MemoBody() {}

    static byte[] of(DeliveryMemo memo) {
        DeliveryState state = memo.state();
        Body body = Body.of(Frame.MEMO)
                .put(state.phase().name())
                .put(state.reason())
                .put(state.failedAt())
                .put(state.nextAttemptAt())
                .put(memo.failures())
                .put(memo.notBefore())
                .put(memo.refusedOnce().size());
        memo.refusedOnce().forEach((uid, at) -> body.put(uid.value()).put(at));
        return body.toArray();
    }

    /**
     * What is in a body, behind its kind.
     *
     * @throws java.nio.BufferUnderflowException if it ends too early
     * @throws IllegalArgumentException if it holds something else
     */
    static DeliveryMemo read(Body body) {
        DeliveryState.Phase phase = DeliveryState.Phase.valueOf(body.getText());
        DeliveryState state = new DeliveryState(phase, body.getText(), body.getInstant(), body.getInstant());
        int failures = body.getInt();
        Instant notBefore = body.getInstant();
        Map<RecordUid, Instant> refused = new HashMap<>();
        for (int left = body.getInt(); left > 0; left--) {
            RecordUid uid = new RecordUid(body.getText());
            refused.put(uid, Objects.requireNonNullElse(body.getInstant(), Instant.EPOCH));
        }
        return new DeliveryMemo(state, failures, notBefore, refused);
    }
}
