package io.aboveboard.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Wherever a yes can be given, the text that it is given to can be read, and what it would change is said. */
@Proves(Promise.P1)
class ConsentPageIT {
    private static final String YES_HERE = "name=\"answer\" value=\"yes\"";
    private static final String LINK = "href=\"/setup\"";

    private final InMemoryInstallationStore installation = new InMemoryInstallationStore();

    private WireBench start(UnaryOperator<AboveboardBuilder> made) {
        return WireBench.start(builder -> made.apply(builder.installation(installation)));
    }

    private void sayYesToTheFirstVersion() {
        try (WireBench first = start(UnaryOperator.identity())) {
            first.aboveboard().consent().grant(Actor.cli());
        }
    }

    private static void assertTheTextCanBeRead(WireBench bench, String version) {
        assertThat(bench.get("/").body()).contains(LINK, version);
        assertThat(bench.get("/setup").body()).contains("Always sent", "Added by a yes", "Never sent", version);
    }

    @Test
    void asksAgainWhereTheYesWasGivenToAnOlderText() {
        sayYesToTheFirstVersion();
        try (WireBench bench = start(builder -> builder.consentText("2"))) {
            assertThat(bench.get("/").body()).contains(YES_HERE, "the yes was given to an older text".substring(4));
            assertThat(bench.get("/setup").body()).contains(YES_HERE);
            assertTheTextCanBeRead(bench, "text version 2");
        }
    }

    @Test
    void asksAgainWhereTheYesCoversLessThanThereIsAndSaysWhatIsWithheld() {
        sayYesToTheFirstVersion();
        try (WireBench bench = start(builder -> builder.schema(EventSchema.version(2)))) {
            assertThat(bench.aboveboard().consent().current().isEffective()).isTrue();
            assertThat(bench.get("/").body())
                    .contains(YES_HERE, "withheld until somebody says yes again")
                    .doesNotContain("nothing stands against it");
            assertTheTextCanBeRead(bench, "events and fields version 2");

            bench.aboveboard().consent().grant(Actor.admin(""));

            assertThat(bench.get("/").body())
                    .contains("nothing stands against it")
                    .doesNotContain(YES_HERE);
            assertTheTextCanBeRead(bench, "events and fields version 2");
        }
    }

    @Test
    void letsTheTextBeReadAfterANo() {
        try (WireBench bench = start(UnaryOperator.identity())) {
            bench.aboveboard().consent().withdraw(Actor.cli());

            assertThat(bench.aboveboard().consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
            assertThat(bench.get("/").body()).contains(YES_HERE);
            assertThat(bench.get("/setup").body())
                    .contains(YES_HERE, "The decision is no.")
                    .doesNotContain("value=\"no\"");
            assertTheTextCanBeRead(bench, "text version 1");
        }
    }
}
