package io.aboveboard.testkit.marks;

/** What the project promises. Each constant carries the promise in a sentence. */
public enum Promise {
    /** No detail without a yes. */
    P1("Nothing detailed leaves without a current yes; unknown, unreadable, outdated or conflicting consent means no."),
    /** Withdrawal is immediate. */
    P2("Once a withdrawal returns, no process hands over a detailed record any more and no undelivered one is left."),
    /** Twelve fields. */
    P3("Base telemetry is exactly its 12 fields; a thirteenth does not compile."),
    /** Once and once a day. */
    P4(
            "first_seen is sent once per installation; the heartbeat once on every local date the software ran at its time."),
    /** Off means silence. */
    P5("Off means silence: no DNS query, no connection, no identifier, no file; embedded, no thread and no socket."),
    /** One truth in three places. */
    P6("The preview, the record of what was sent and the wire show the same records, byte for byte."),
    /** The host comes first. */
    P7("The host is never harmed: recording never throws, never waits, holds bounded memory and ends within a bound."),
    /** Every record is accounted for. */
    P8("Nothing is lost silently: offered = delivered + pending + dropped by reason, after every fault."),
    /** At least once, recognisably. */
    P9("Delivery is at least once and can be deduplicated: a resend is the same record, uid included, byte for byte."),
    /** The file is the host's. */
    P10(
            "installation.json belongs to the host: its keys survive, it is never half-written, unreadable is not missing."),
    /** Nothing personal. */
    P11("No personal data in keys or values reaches the wire, the spool, a log or the page."),
    /** Reserved names. */
    P12("Product events cannot take a reserved name."),
    /** A conforming and truthful client. */
    P13("The sender is a conforming OTLP client; an answer that is not an acknowledgement is not taken for one."),
    /** Provable consent. */
    P14("Consent is provable: every decision leaves a hash-chained receipt, and every detailed record names its own."),
    /** A yes has a scope. */
    P15("A yes covers what was asked: what is declared later is withheld until it is accepted."),
    /** Bounds everywhere. */
    P16("Everything is bounded: memory, disk, retries, time, connections and log lines.");

    private final String sentence;

    Promise(String sentence) {
        this.sentence = sentence;
    }

    /**
     * The promise itself.
     *
     * @return one sentence
     */
    public String sentence() {
        return sentence;
    }
}
