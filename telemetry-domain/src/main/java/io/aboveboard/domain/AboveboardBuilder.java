package io.aboveboard.domain;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.engine.Clocks;
import io.aboveboard.domain.engine.Engine;
import io.aboveboard.domain.engine.Ports;
import io.aboveboard.domain.engine.Settings;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.host.JvmMachineNames;
import io.aboveboard.domain.host.JvmPlatformProbe;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.privacy.MachineNames;
import io.aboveboard.domain.privacy.OwnCode;
import io.aboveboard.domain.privacy.Privacy;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Builds an {@link Aboveboard}. Every setter refuses {@code null} with a NullPointerException. Not thread-safe. */
public final class AboveboardBuilder {
    private static final int DEFAULT_QUEUE_CAPACITY = 10_000;

    private Service service;
    private @Nullable InstallationStore installation;
    private @Nullable Outbox outbox;
    private TelemetrySink sink = TelemetrySink.none();
    private HeartbeatScheduler scheduler = HeartbeatScheduler.none();
    private ConsentMirror mirror = ConsentMirror.none();
    private FirstRunNotice notice = FirstRunNotice.none();
    private TelemetryMonitor monitor = TelemetryMonitor.noop();
    private PlatformProbe probe = JvmPlatformProbe.ofThisProcess();
    private Switches switches = Switches.unset();
    private @Nullable EnvironmentSwitches environmentSwitches;
    private String textVersion = ConsentTerms.DEFAULT_TEXT_VERSION;
    private EventSchema schema = EventSchema.version(EventSchema.FIRST);
    private LocalTime beatAt = LocalTime.of(3, 0);
    private Duration beatSpread = Duration.ofHours(1);
    private Supplier<ZoneId> zone = ZoneId::systemDefault;
    private int queueCapacity = DEFAULT_QUEUE_CAPACITY;
    private Duration maxAge = Duration.ofDays(6);
    private Duration closeWait = Duration.ofSeconds(2);
    private Supplier<MachineNames> machineNames = JvmMachineNames::ofThisProcess;
    private OwnCode ownCode = OwnCode.none();
    private InstantSource wall = JvmClocks.wall();
    private LongSupplier ticker = JvmClocks.ticker();

    AboveboardBuilder(String serviceName, String serviceVersion) {
        this.service = Service.of(serviceName, serviceVersion);
    }

    /**
     * Where the service is deployed; {@code production} where nothing is said.
     *
     * @param environment such as {@code staging}
     * @return this builder
     * @throws IllegalArgumentException if it is blank, over-long or holds control characters
     */
    public AboveboardBuilder deploymentEnvironment(String environment) {
        this.service = new Service(service.name(), service.version(), environment, service.releaseChannel());
        return this;
    }

    /**
     * The channel the service was released through; {@code default} where nothing is said.
     *
     * @param channel such as {@code beta}
     * @return this builder
     * @throws IllegalArgumentException if it is blank, over-long or holds control characters
     */
    public AboveboardBuilder releaseChannel(String channel) {
        this.service = new Service(service.name(), service.version(), service.environment(), channel);
        return this;
    }

    /**
     * Where identity and decisions are kept. Required with a sink.
     *
     * @param store the store
     * @return this builder
     */
    public AboveboardBuilder installation(InstallationStore store) {
        this.installation = Objects.requireNonNull(store, "store");
        return this;
    }

    /**
     * Where records wait; in memory where nothing is said. Closed with what is built.
     *
     * @param box the outbox
     * @return this builder
     */
    public AboveboardBuilder outbox(Outbox box) {
        this.outbox = Objects.requireNonNull(box, "box");
        return this;
    }

    /**
     * Where records go; nowhere where nothing is said. Closed with what is built.
     *
     * @param target the sink
     * @return this builder
     */
    public AboveboardBuilder sink(TelemetrySink target) {
        this.sink = Objects.requireNonNull(target, "target");
        return this;
    }

    /**
     * What wakes the library at the beat time; without one it looks every hour.
     *
     * @param waker the scheduler
     * @return this builder
     */
    public AboveboardBuilder scheduler(HeartbeatScheduler waker) {
        this.scheduler = Objects.requireNonNull(waker, "waker");
        return this;
    }

    /**
     * The host's own copy of the decision.
     *
     * @param copy the mirror
     * @return this builder
     */
    public AboveboardBuilder mirror(ConsentMirror copy) {
        this.mirror = Objects.requireNonNull(copy, "copy");
        return this;
    }

    /**
     * Who tells the person who runs the installation what it reports, before the first byte leaves; nobody where nothing
     * is said.
     *
     * @param teller the notice
     * @return this builder
     */
    public AboveboardBuilder notice(FirstRunNotice teller) {
        this.notice = Objects.requireNonNull(teller, "teller");
        return this;
    }

    /**
     * Who is told what the library would otherwise log.
     *
     * @param listener the monitor
     * @return this builder
     */
    public AboveboardBuilder monitor(TelemetryMonitor listener) {
        this.monitor = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * What tells about the machine; the JVM where nothing is said.
     *
     * @param eyes the probe
     * @return this builder
     */
    public AboveboardBuilder probe(PlatformProbe eyes) {
        this.probe = Objects.requireNonNull(eyes, "eyes");
        return this;
    }

    /**
     * Switches set by code. The most restrictive of these and the environment's wins.
     *
     * @param fromCode the switches
     * @return this builder
     */
    public AboveboardBuilder switches(Switches fromCode) {
        this.switches = Objects.requireNonNull(fromCode, "fromCode");
        return this;
    }

    /**
     * Switches read from elsewhere than the environment of this process.
     *
     * @param fromEnvironment the switches
     * @return this builder
     */
    public AboveboardBuilder environmentSwitches(EnvironmentSwitches fromEnvironment) {
        this.environmentSwitches = Objects.requireNonNull(fromEnvironment, "fromEnvironment");
        return this;
    }

    /**
     * The version of the consent text in force; a yes to another version does not suffice.
     *
     * @param version the version
     * @return this builder
     */
    public AboveboardBuilder consentText(String version) {
        this.textVersion = Objects.requireNonNull(version, "version");
        return this;
    }

    /**
     * Which events and fields came with which version of the schema; what came later than the last yes is withheld. All of
     * them with the first where nothing is said.
     *
     * @param events the schema
     * @return this builder
     */
    public AboveboardBuilder schema(EventSchema events) {
        this.schema = Objects.requireNonNull(events, "events");
        return this;
    }

    /**
     * When the daily spread of heartbeats begins; 03:00 where nothing is said.
     *
     * @param localTime the local time
     * @return this builder
     */
    public AboveboardBuilder heartbeatAt(LocalTime localTime) {
        this.beatAt = Objects.requireNonNull(localTime, "localTime");
        return this;
    }

    /**
     * How far the heartbeats of a fleet are spread; one hour where nothing is said.
     *
     * @param spread zero or more, shorter than a day
     * @return this builder
     * @throws IllegalArgumentException if it is negative or a day or longer
     */
    public AboveboardBuilder heartbeatSpread(Duration spread) {
        Objects.requireNonNull(spread, "spread");
        if (spread.isNegative() || spread.compareTo(Duration.ofDays(1)) >= 0) {
            throw new IllegalArgumentException("spread: must be at least zero and shorter than a day");
        }
        this.beatSpread = spread;
        return this;
    }

    /**
     * The zone of the local times; the system's where nothing is said.
     *
     * @param localZone the zone
     * @return this builder
     */
    public AboveboardBuilder zone(ZoneId localZone) {
        Objects.requireNonNull(localZone, "localZone");
        this.zone = () -> localZone;
        return this;
    }

    /**
     * How many events wait in memory; 10,000 where nothing is said.
     *
     * @param events at least one
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public AboveboardBuilder queueCapacity(int events) {
        if (events <= 0) {
            throw new IllegalArgumentException("events: must be positive");
        }
        this.queueCapacity = events;
        return this;
    }

    /**
     * How old an undelivered record may become before it is dropped; six days where nothing is said, a day less than Loki
     * takes.
     *
     * @param age longer than an hour
     * @return this builder
     * @throws IllegalArgumentException if it is an hour or less
     */
    public AboveboardBuilder maxAge(Duration age) {
        Objects.requireNonNull(age, "age");
        if (age.compareTo(Duration.ofHours(1)) <= 0) {
            throw new IllegalArgumentException("age: must be longer than an hour");
        }
        this.maxAge = age;
        return this;
    }

    /**
     * How long closing tries to deliver what is waiting; two seconds where nothing is said.
     *
     * @param atMost zero not to try
     * @return this builder
     */
    public AboveboardBuilder closeWait(Duration atMost) {
        this.closeWait = Objects.requireNonNull(atMost, "atMost");
        return this;
    }

    /**
     * What the machine and its users are called, so that it is kept out of what leaves; what environment and system
     * properties tell where nothing is said. A user called like the service is no secret.
     *
     * @param names the names
     * @return this builder
     */
    public AboveboardBuilder machineNames(MachineNames names) {
        Objects.requireNonNull(names, "names");
        this.machineNames = () -> names;
        return this;
    }

    /**
     * Which code is the maker's own: of exceptions in properties, only frames of this are recorded; none where nothing is
     * said.
     *
     * @param packages such as {@code com.acme}, each with all below it
     * @return this builder
     * @throws IllegalArgumentException if one of them is blank
     */
    public AboveboardBuilder ownCode(String... packages) {
        this.ownCode = OwnCode.in(List.of(packages));
        return this;
    }

    /**
     * Replaces the clocks, for tests.
     *
     * @param wallClock wall time, for what is stored and sent
     * @param nanoTicker monotonic nanoseconds, for deadlines
     * @return this builder
     */
    public AboveboardBuilder clocks(InstantSource wallClock, LongSupplier nanoTicker) {
        this.wall = Objects.requireNonNull(wallClock, "wallClock");
        this.ticker = Objects.requireNonNull(nanoTicker, "nanoTicker");
        return this;
    }

    /**
     * Builds without starting: no thread; calls do their work on the thread that makes them, and {@link
     * Aboveboard#flush} delivers on it. For commands that do one thing and end.
     *
     * @return what was built, to be closed by the caller
     * @throws IllegalStateException if there is a sink but no place for the installation
     */
    public Aboveboard build() {
        return new Aboveboard(engine());
    }

    /**
     * Builds and starts. Returns without waiting for disk or network: identity, {@code first_seen} and a heartbeat that is
     * due follow on the library's own threads.
     *
     * @return what was started, to be closed by the caller
     * @throws IllegalStateException if there is a sink but no place for the installation
     */
    public Aboveboard start() {
        Engine engine = engine();
        engine.start();
        return new Aboveboard(engine);
    }

    private Engine engine() {
        EnvironmentSwitches environment =
                environmentSwitches == null ? EnvironmentSwitches.ofThisProcess() : environmentSwitches;
        Settings settings = new Settings(
                service,
                switches.and(environment.switches()),
                textVersion,
                schema,
                beatAt,
                beatSpread,
                zone,
                queueCapacity,
                maxAge,
                closeWait,
                privacy());
        Engine engine = new Engine(ports(), settings, new Clocks(wall, ticker), new SplittableRandom());
        engine.warn(environment.warnings());
        return engine;
    }

    /** What is chosen now, looked up when it is first needed. */
    private Supplier<Privacy> privacy() {
        Supplier<MachineNames> names = machineNames;
        String known = service.name();
        OwnCode code = ownCode;
        return () -> new Privacy(names.get().without(known), code);
    }

    private Ports ports() {
        if (installation == null && sink.describe().configured()) {
            throw new IllegalStateException("installation: with a sink, say where the installation is kept,"
                    + " such as FileInstallationStore.in(stateDir)");
        }
        return new Ports(
                installation == null ? new InMemoryInstallationStore() : installation,
                outbox == null ? new InMemoryOutbox() : outbox,
                sink,
                scheduler,
                mirror,
                notice,
                monitor,
                probe);
    }
}
