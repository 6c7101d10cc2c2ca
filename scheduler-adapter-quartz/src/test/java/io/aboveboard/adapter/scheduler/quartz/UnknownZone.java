package io.aboveboard.adapter.scheduler.quartz;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A zone that java.time knows, and java.util.TimeZone does not: what a host may register. */
final class UnknownZone extends ZoneRulesProvider {
    static final String ID = "Moon/Tranquility";

    private UnknownZone() {}

    /** Registers it, for the whole process, unless it is. */
    @SuppressWarnings("InvalidZoneId") // valid once it is registered
    static synchronized ZoneId register() {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(ID)) {
            ZoneRulesProvider.registerProvider(new UnknownZone());
        }
        return ZoneId.of(ID);
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(ID);
    }

    @Override
    protected ZoneRules provideRules(String zoneId, boolean forCaching) {
        return ZoneId.of("Europe/Helsinki").getRules();
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
        return new TreeMap<>(Map.of("1", provideRules(zoneId, false)));
    }
}
