package io.aboveboard.domain.fleet;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes what came of a simulation into the page about fleets, between its marks. */
final class Figures {
    static final Path PAGE = Path.of("..", "docs", "fleet.md");

    private static final String BEGIN = "<!-- figures -->\n";
    private static final String END = "\n<!-- /figures -->";

    private final Simulation fleet;
    private final long seed;

    Figures(Simulation fleet, long seed) {
        this.fleet = fleet;
        this.seed = seed;
    }

    static String onThePage() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    }

    void write() throws IOException {
        Files.writeString(PAGE, Files.readString(PAGE).replace(onThePage(), text()));
    }

    String text() {
        return Stream.of(
                        heading(seed, fleet.installations),
                        dates(),
                        requests(),
                        hours(),
                        spread(),
                        streams(),
                        outages())
                .collect(joining("\n\n"));
    }

    static String heading(long seed, int installations) {
        return say(
                "Seed %d: %,d installations from %s to %s, through `BeatSchedule` as it is in this version.",
                seed, installations, Period.FIRST, Period.date(Period.DAYS - 1));
    }

    private String dates() {
        return table(
                "| beats per installation and date | |\n|---|--:|",
                row("dates on which an installation ran at or after its beat time", fleet.dates.expected()),
                row("beats", fleet.dates.beats()),
                row("such dates without a beat", fleet.dates.without()),
                row("dates with more than one", fleet.dates.twice()),
                row("other dates with a beat", fleet.dates.unexpected()));
    }

    private String requests() {
        Load load = fleet.load;
        return table(
                "| requests | in all | busiest second | busiest minute, a second |\n|---|--:|--:|--:|",
                requestRow("beats at their time", load.atTime()),
                requestRow("catch-ups at a start", load.catchUps()),
                requestRow("beats that waited for the network or a start", load.delayed()),
                requestRow("`first_seen`", load.firstSeen()),
                requestRow("all", load.all()),
                say("| mean over all days, a second | %.1f | | |", meanOf(load.all())),
                say("| busiest minute to mean | %.1f | | |", busiestMinute(load.all()) / meanOf(load.all())));
    }

    private static String requestRow(String name, int[] perSecond) {
        return say(
                "| %s | %,d | %,d | %.1f |", name, Load.sum(perSecond), Load.peak(perSecond), busiestMinute(perSecond));
    }

    private static double busiestMinute(int[] perSecond) {
        return Load.peak(Load.by(60, perSecond)) / 60.0;
    }

    private static double meanOf(int[] perSecond) {
        return (double) Load.sum(perSecond) / (Period.DAYS * 86_400);
    }

    private String hours() {
        int[] beats = fleet.load.atTime();
        int[] catchUps = fleet.load.catchUps();
        int[] all = fleet.load.all();
        String rows = IntStream.range(0, 24)
                .mapToObj(hour -> say(
                        "| %02d | %.1f | %.1f | %,d |",
                        hour, meanAt(hour, beats), meanAt(hour, catchUps), Load.peak(at(hour, all))))
                .collect(joining("\n"));
        return "| hour, UTC | beats at their time, a second | catch-ups, a second | busiest second of all |\n"
                + "|--:|--:|--:|--:|\n" + rows;
    }

    private static double meanAt(int hour, int[] perSecond) {
        return (double) Load.sum(at(hour, perSecond)) / (Period.DAYS * 3_600);
    }

    private static int[] at(int hour, int[] perSecond) {
        return IntStream.range(0, perSecond.length)
                .filter(second -> Math.floorMod(Period.BEGIN + second, 86_400) / 3_600 == hour)
                .map(second -> perSecond[second])
                .toArray();
    }

    private String spread() {
        String rows = IntStream.range(0, fleet.zones.count())
                .filter(zone -> fleet.zones.size(zone) >= Spread.LARGE)
                .mapToObj(this::zoneRow)
                .collect(joining("\n"));
        return "| zone | installations | beats at their time, a minute | fullest minute of 14 dates | peak to mean of its date |\n"
                + "|---|--:|--:|--:|--:|\n" + rows;
    }

    private String zoneRow(int zone) {
        List<Spread.Window> windows = fleet.spread.large().stream()
                .filter(window -> window.zone() == zone)
                .toList();
        Spread.Window worst = windows.stream()
                .max(Comparator.comparingDouble(Spread.Window::peakToMean))
                .orElseThrow();
        return say(
                "| %s | %,d | %.0f | %,d | %.2f |",
                fleet.zones.id(zone), fleet.zones.size(zone), worst.mean(), worst.peak(), worst.peakToMean());
    }

    private String streams() {
        Streams streams = fleet.streams;
        return table(
                "| active streams at the backend | at most |\n|---|--:|",
                row("shared by all of a version and environment", streams.sharedAtMost()),
                row("of installations that delivered something old", streams.ownAtMost()),
                row("both at once", streams.atMost()),
                row("the backend's limit", Streams.LIMIT));
    }

    private String outages() {
        String rows = Stream.of(1, 2, 6, 12)
                .map(hours -> Outage.atWorst(hours, fleet.load))
                .map(this::outageRow)
                .collect(joining("\n"));
        return "| backend away at the worst moment | installations that wait | streams of their own when it is back |"
                + " streams if a collector sorts them by half hours |\n|---|--:|--:|--:|\n" + rows;
    }

    private String outageRow(Outage outage) {
        return say(
                "| %d h | %,d | %,d | %,d |",
                outage.hours(), outage.waiting(), outage.old(), outage.slots(fleet.streams.sharedAtMost()));
    }

    private static String row(String name, long count) {
        return say("| %s | %,d |", name, count);
    }

    private static String table(String... lines) {
        return String.join("\n", lines);
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
