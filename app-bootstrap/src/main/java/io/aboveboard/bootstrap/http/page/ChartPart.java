package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.html.Content;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was sent each day, by layer, as bars and as a table. */
final class ChartPart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int BAR = 10;
    private static final int HEIGHT = 100;

    private ChartPart() {}

    static Content of(List<DailySends> days) {
        long top = roundedUp(days.stream().mapToLong(DailySends::total).max().orElse(0));
        return Panels.panel(
                "chart",
                "Sent each day",
                el(
                        "figure",
                        cls("chart"),
                        legend(),
                        el("div", cls("chart-plot"), scale(top), bars(days, top)),
                        el(
                                "div",
                                cls("chart-axis"),
                                el("span", name(days.get(0).date())),
                                el("span", "today (days of UTC)"))),
                el("details", el("summary", "The same as a table"), table(days)));
    }

    /** The next number that is even and begins a scale well: 2, 10, 20, 50, 100 and so on. */
    static long roundedUp(long most) {
        long power = 10;
        while (power < most / 10) {
            power *= 10;
        }
        long step = power;
        for (long better : List.of(power / 5, power, 2 * power, 5 * power, 10 * power)) {
            step = better;
            if (step >= most) {
                break;
            }
        }
        return step;
    }

    private static Content scale(long top) {
        return el(
                "div",
                cls("chart-scale"),
                attr("aria-hidden", "true"),
                each(List.of(top, top / 2, 0L), mark -> el("span", Words.number(mark))));
    }

    private static Content legend() {
        return el(
                "figcaption",
                cls("legend"),
                el("span", "base telemetry", cls("key key-base")),
                el("span", "product events", cls("key key-product")));
    }

    private static Content bars(List<DailySends> days, long most) {
        List<Content> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            bars.add(bar(i, days.get(i), most));
        }
        return el(
                "svg",
                attr("viewBox", "0 0 " + days.size() * BAR + " " + HEIGHT),
                attr("preserveAspectRatio", "none"),
                attr("role", "img"),
                attr("aria-label", summary(days)),
                line(0, days.size()),
                line(HEIGHT / 2, days.size()),
                each(bars, bar -> bar));
    }

    private static Content line(int height, int days) {
        return el("path", attr("d", "M0 " + height + "H" + days * BAR), cls("chart-line"));
    }

    private static Content bar(int place, DailySends day, long most) {
        double base = HEIGHT * day.base() / (double) most;
        double detailed = HEIGHT * day.detailed() / (double) most;
        return el(
                "g",
                el("title", name(day.date()) + ": " + words(day)),
                rect(place, 0, HEIGHT, "bar-back"),
                rect(place, HEIGHT - base, base, "bar-base"),
                rect(place, HEIGHT - base - detailed, detailed, "bar-product"));
    }

    private static Content rect(int place, double top, double height, String look) {
        return el(
                "rect",
                attr("x", String.valueOf(place * BAR + 1)),
                attr("y", number(top)),
                attr("width", String.valueOf(BAR - 2)),
                attr("height", number(height)),
                cls(look));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String summary(List<DailySends> days) {
        long base = days.stream().mapToLong(DailySends::base).sum();
        long detailed = days.stream().mapToLong(DailySends::detailed).sum();
        return "In the last " + days.size() + " days: "
                + words(new DailySends(days.get(0).date(), base, detailed));
    }

    private static String words(DailySends day) {
        return Words.number(day.base()) + " base, " + Words.count(day.detailed(), "product event", "product events");
    }

    private static String name(LocalDate date) {
        return DAY.format(date);
    }

    private static Content table(List<DailySends> days) {
        return Panels.scrolling(
                "Sent each day, as a table",
                el(
                        "table",
                        el("thead", el("tr", heading("Day"), heading("Base"), heading("Product"))),
                        el(
                                "tbody",
                                each(
                                        days,
                                        day -> el(
                                                "tr",
                                                el("td", name(day.date())),
                                                el("td", Words.number(day.base())),
                                                el("td", Words.number(day.detailed())))))));
    }

    private static Content heading(String name) {
        return el("th", name, attr("scope", "col"));
    }
}
