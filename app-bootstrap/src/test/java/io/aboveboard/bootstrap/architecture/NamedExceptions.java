package io.aboveboard.bootstrap.architecture;

import static java.util.Map.entry;

import java.util.Map;

/** What three rules do not hold to, and why. */
final class NamedExceptions {
    static final Exceptions READING_THE_JVM = new Exceptions(Map.ofEntries(
            entry("domain.AboveboardBuilder", "the system's zone, where the host names none"),
            entry("adapter.outbox.file.FileOutboxConfig", "the system's clock, where the host gives none"),
            entry("adapter.sink.otlp.OtlpTelemetrySink", "the system's clock, where the host gives none"),
            entry("testkit.otlp.RecordingOtlpReceiver", "a real server dates its answers by the real time")));

    static final Exceptions STARTING_THREADS = new Exceptions(Map.ofEntries(
            entry("domain.engine.Worker", "the one place where the library gets its threads"),
            entry(
                    "adapter.sink.otlp.http.Connections",
                    "the JDK's HTTP client wants an executor; its threads are daemons"),
            entry("bootstrap.cli.ProcessLifetime", "a shutdown hook is a thread"),
            entry("testkit.contract.Crowd", "contracts of what must be thread-safe need threads"),
            entry("testkit.otlp.ConnectionLoop", "a server of tests, which its test closes"),
            entry("testkit.silence.Lookout", "looks while the block that it watches runs")));

    static final Exceptions HOLDING_STATE = new Exceptions(Map.ofEntries(
            entry("domain.AboveboardBuilder", "collects settings before anything is shared"),
            entry("domain.engine.BaseReporter", "the date of the last beat, for as long as the disk cannot hold it"),
            entry("domain.engine.ConsentDesk", "who said no, for as long as the disk cannot hold it"),
            entry("domain.engine.Commit", "how many of its events have met no end yet, on one thread"),
            entry("domain.engine.Diary", "what it remembered last"),
            entry("domain.engine.NoticeKeeper", "whether the notice was shown"),
            entry("domain.engine.Outage", "how long delivery has failed"),
            entry("domain.engine.ServerClock", "what the receiver's clock said last"),
            entry("domain.engine.Settling", "how large a batch the receiver takes"),
            entry("domain.engine.Engine", "when it last kept house"),
            entry("domain.engine.Gate", "the decision as last looked at, so that the caller's thread need not look"),
            entry("domain.engine.Grace", "the decision that was last confirmed, and when"),
            entry("domain.engine.SharedClock", "how far this machine's clock was off when last compared"),
            entry("domain.replica.HostFile", "what it last had to say about the file of the host"),
            entry("domain.replica.KeptNo", "whether the others know what was decided"),
            entry("domain.replica.Reach", "when the shared store was last found out of reach"),
            entry("domain.replica.ReplicaInstallationStore", "what it last kept of the shared installation"),
            entry("domain.engine.Housekeeper", "what it has done since the start"),
            entry("domain.engine.Intake", "whether it is closed"),
            entry("domain.engine.Late", "what was made when it was first needed"),
            entry("domain.engine.MirrorKeeper", "what the host's copy was last made to say"),
            entry("domain.engine.Pause", "until when the receiver is left alone"),
            entry("domain.engine.Tally", "how much of what it counted the journal knows"),
            entry("domain.engine.EventSnapshot", "counts while one event is written, on one thread"),
            entry("domain.engine.OfferQueue", "with how many events it wants to be emptied next"),
            entry("domain.engine.RecordFactory", "what all records of an installation have in common"),
            entry("domain.engine.Worker", "its thread, and whether it rests"),
            entry("domain.event.Attributes", "is filled while one record is made, on one thread, and then sealed"),
            entry("domain.event.PropertyCollector", "counts while one record is made, on one thread"),
            entry("domain.memory.InMemoryConsentMirror", "memory is what it is"),
            entry("domain.memory.InMemoryDeliveryJournal", "memory is what it is"),
            entry("domain.memory.InMemoryInstallationStore", "memory is what it is"),
            entry("domain.memory.InMemoryOutbox", "memory is what it is")));

    private NamedExceptions() {}
}
