package io.aboveboard.domain.fleet;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How many installations stand in which zone. Immutable. */
final class Zones {
    /**
     * Parts in ten thousand. An estimate, not a survey: self-hosted software is run most in Europe and North America, and
     * a container to which nobody gave a zone runs in UTC. The small ones are there for their unusual rules.
     */
    private static final List<Share> WORLD = List.of(
            new Share("Etc/UTC", 1_800),
            new Share("Europe/Berlin", 1_400),
            new Share("America/New_York", 1_200),
            new Share("America/Los_Angeles", 600),
            new Share("Europe/London", 600),
            new Share("Europe/Paris", 600),
            new Share("America/Chicago", 500),
            new Share("Asia/Shanghai", 400),
            new Share("Europe/Amsterdam", 300),
            new Share("Asia/Kolkata", 250),
            new Share("Europe/Helsinki", 220),
            new Share("America/Sao_Paulo", 200),
            new Share("America/Toronto", 200),
            new Share("Asia/Tokyo", 200),
            new Share("Australia/Sydney", 200),
            new Share("Europe/Madrid", 200),
            new Share("Europe/Moscow", 200),
            new Share("Europe/Rome", 200),
            new Share("Europe/Warsaw", 200),
            new Share("Europe/Zurich", 200),
            new Share("Europe/Kyiv", 100),
            new Share("Asia/Singapore", 90),
            new Share("Europe/Athens", 60),
            new Share("Pacific/Auckland", 50),
            new Share("America/St_Johns", 8),
            new Share("Asia/Kathmandu", 8),
            new Share("Africa/Cairo", 6),
            new Share("Australia/Lord_Howe", 2),
            new Share("Pacific/Chatham", 2),
            new Share("Pacific/Kiritimati", 2),
            new Share("Pacific/Tongatapu", 1),
            new Share("Etc/GMT+12", 1));

    /** A large zone that goes through the gap of EET, and some odd ones. */
    private static final List<Share> FEW = List.of(
            new Share("Europe/Helsinki", 7_000),
            new Share("Etc/UTC", 1_800),
            new Share("America/New_York", 300),
            new Share("Australia/Lord_Howe", 300),
            new Share("Pacific/Tongatapu", 300),
            new Share("Etc/GMT+12", 300));

    private static final int PARTS = 10_000;

    private record Share(String zone, int parts) {}

    private final List<ZoneId> ids = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final int[] zoneOfPart = new int[PARTS];

    private Zones(List<Share> shares, int installations) {
        int part = 0;
        for (Share share : shares) {
            for (int i = 0; i < share.parts(); i++) {
                zoneOfPart[part++] = ids.size();
            }
            ids.add(ZoneId.of(share.zone()));
            sizes.add((int) ((long) installations * share.parts() / PARTS));
        }
        if (part != PARTS) {
            throw new IllegalStateException("the shares make " + part + " parts of " + PARTS);
        }
    }

    static Zones world(int installations) {
        return new Zones(WORLD, installations);
    }

    static Zones few(int installations) {
        return new Zones(FEW, installations);
    }

    int count() {
        return ids.size();
    }

    ZoneId id(int zone) {
        return ids.get(zone);
    }

    int size(int zone) {
        return sizes.get(zone);
    }

    int zoneOf(int site) {
        return zoneOfPart[site % PARTS];
    }
}
