package io.aboveboard.adapter.sink.otlp;

/**
 * One thing that was looked at on the way to the sink. All text is safe to show.
 *
 * @param check what was looked at
 * @param outcome how it is
 * @param observation what was seen
 * @param remedy what to do about it, empty where there is nothing to do
 */
public record OtlpFinding(Check check, Outcome outcome, String observation, String remedy) {
    /** What is looked at, in this order; what lies behind a failure is not. */
    public enum Check {
        /** Whether the name of the host, or of the proxy, can be looked up. */
        NAME,
        /** Whether there is a connection to it. */
        CONNECTION,
        /** Whether the connection is encrypted, and to the right one. */
        TLS,
        /** Whether an OTLP receiver answers there. */
        RECEIVER,
        /** Whether it takes the credentials. */
        CREDENTIALS,
        /** Whether its clock agrees with ours. */
        CLOCK
    }

    /** How a thing is. */
    public enum Outcome {
        /** As it should be. */
        OK,
        /** Records may arrive, but somebody should look. */
        WARNING,
        /** Records do not arrive. */
        FAILED
    }

    static OtlpFinding ok(Check check, String observation) {
        return new OtlpFinding(check, Outcome.OK, observation, "");
    }

    static OtlpFinding warning(Check check, String observation, String remedy) {
        return new OtlpFinding(check, Outcome.WARNING, observation, remedy);
    }

    static OtlpFinding failed(Check check, String observation, String remedy) {
        return new OtlpFinding(check, Outcome.FAILED, observation, remedy);
    }
}
