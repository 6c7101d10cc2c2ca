package io.aboveboard.domain.fleet;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.BeatSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Lets a fleet live: at each start and at each beat time an installation asks {@link BeatSchedule} what to do. */
final class Simulation {
    final int installations;
    final Zones zones;
    final Dates dates = new Dates();
    final Spread spread;
    final Load load = new Load();
    final Streams streams = new Streams();

    private Simulation(int installations, Zones zones) {
        this.installations = installations;
        this.zones = zones;
        spread = new Spread(zones);
    }

    static Simulation of(int installations, Zones zones, long seed) {
        Simulation simulation = new Simulation(installations, zones);
        Sites sites = new Sites(zones, seed);
        for (int i = 0; i < installations; i++) {
            simulation.live(sites.site(i));
        }
        return simulation;
    }

    private void live(Site site) {
        List<Beat> beats = beatsOf(site);
        dates.look(site, beats);
        if (site.isNew() && !site.runs().isEmpty()) {
            load.firstSeen(site.runs().get(0).from());
        }
        beats.forEach(beat -> deliver(site, beat));
    }

    /** The installation remembers its last beat through restarts; one that is not new made yesterday's. */
    private static List<Beat> beatsOf(Site site) {
        List<Beat> beats = new ArrayList<>();
        LocalDate last = site.isNew() ? null : Period.FIRST.minusDays(1);
        for (Run run : site.runs()) {
            last = beatDuring(run, site.schedule(), last, beats);
        }
        return beats;
    }

    private static @Nullable LocalDate beatDuring(
            Run run, BeatSchedule schedule, @Nullable LocalDate before, List<Beat> beats) {
        LocalDate last = before;
        if (schedule.isDue(last, run.from())) {
            last = schedule.dateOf(run.from());
            beats.add(new Beat(last, run.from(), run.version(), true));
        }
        Instant next = schedule.next(last, run.from());
        while (next.isBefore(run.to())) {
            last = schedule.dateOf(next);
            beats.add(new Beat(last, next, run.version(), false));
            next = schedule.next(last, next);
        }
        return last;
    }

    private void deliver(Site site, Beat beat) {
        Instant delivered = site.deliveryOf(beat.occurred());
        if (delivered == null) {
            load.waiting();
            return;
        }
        boolean isAtOnce = delivered.equals(beat.occurred());
        load.request(beat, delivered, isAtOnce);
        streams.request(site.environment(), beat, delivered);
        if (isAtOnce && !beat.isCatchUp()) {
            spread.beat(site, beat);
        }
    }
}
