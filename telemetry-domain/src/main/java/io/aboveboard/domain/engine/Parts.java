package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.event.PropertyScreen;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.Notice;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * All that no caller of a recording method meets, put together: what records, delivers, decides and shows. Opens, reads and
 * starts nothing. Made late, as half the classes of the library come with it.
 */
final class Parts {
    final Diary diary;
    final Recorder recorder;
    final Courier courier;
    final Housekeeper housekeeper;
    final IngestDesk ingest;
    final BaseReporter base;
    final ConsentDesk desk;
    final Eraser eraser;
    final TransparencyDesk transparency;

    private final Ports ports;
    private final Settings settings;
    private final Clocks clocks;
    private final Warnings warnings;
    private final Tally tally;

    Parts(
            Ports ports,
            Settings settings,
            Clocks clocks,
            RandomGenerator random,
            Warnings warnings,
            Tally tally,
            OfferQueue queue,
            Pause pause,
            Gate gate) {
        this.ports = ports;
        this.settings = settings;
        this.clocks = clocks;
        this.warnings = warnings;
        this.tally = tally;
        SharedClock shared = new SharedClock(claims(), clocks, warnings);
        Registration registration = new Registration(gate, ports.installation(), shared, warnings);
        RecordFactory records = new RecordFactory(settings.service(), new Late<>(ports.probe()::probe), clocks);
        Purge purge = new Purge(queue, ports.outbox(), tally, warnings);
        InstallPing ping = new InstallPing(gate, records, ports.sink(), ports.outbox(), tally, warnings);
        MirrorKeeper mirror =
                new MirrorKeeper(ports.mirror(), warnings, new Pause(clocks, MirrorKeeper.BACKOFF, random));
        Refusals refusals = new Refusals();
        diary = new Diary(ports.outbox(), pause, refusals);
        recorder = new Recorder(gate, queue, commits(gate, records), tally, warnings);
        Timeliness timeliness = new Timeliness(settings.maxAge());
        ingest = new IngestDesk(gate, recorder, ports.outbox(), tally, clocks, timeliness);
        base = new BaseReporter(
                gate, registration, settings, records, ports.sink(), ports.outbox(), claims(), tally, shared, diary);
        desk = new ConsentDesk(
                gate, ports.installation(), registration, decisions(), settings.switches(), purge, ping, mirror);
        eraser = new Eraser(desk, ports.outbox(), ports.installation());
        ServerClock server = new ServerClock(clocks);
        NextBatch next = new NextBatch(ports.outbox(), settings.service(), timeliness, server, refusals, tally);
        Settling settling = new Settling(
                ports.outbox(),
                new DeliveryMemory(ports.installation(), settings.zone()),
                refusals,
                base::followingBeat,
                server,
                pause,
                new Outage(warnings, clocks),
                tally,
                clocks);
        courier = new Courier(gate, ports.sink(), notice(), next, settling, purge, pause, diary);
        housekeeper = new Housekeeper(
                gate,
                registration,
                desk,
                purge,
                ping,
                mirror,
                base,
                ports.scheduler(),
                claims() != BaseClaims.alone(),
                warnings,
                clocks);
        transparency = new TransparencyDesk(
                gate, registration, settings.service(), base, queue, recorder, ports, diary, tally, shared, warnings);
    }

    private Supplier<Commit> commits(Gate gate, RecordFactory records) {
        PropertyScreen screen = PropertyScreen.of(settings.privacy().get());
        return () ->
                new Commit(gate, settings.schema(), screen, records, ports.sink(), ports.outbox(), tally, warnings);
    }

    private BaseClaims claims() {
        return ports.installation().claims();
    }

    private DecisionWriter decisions() {
        String recipient = ports.sink().describe().recipient();
        ConsentTerms terms = new ConsentTerms(
                settings.textVersion(), String.valueOf(settings.schema().version()), recipient);
        return new DecisionWriter(ports.installation(), terms, clocks);
    }

    private NoticeKeeper notice() {
        Notice notice =
                new Notice(settings.service().name(), ports.sink().describe().recipient());
        return new NoticeKeeper(ports.notice(), notice, ports.installation(), warnings, clocks);
    }
}
