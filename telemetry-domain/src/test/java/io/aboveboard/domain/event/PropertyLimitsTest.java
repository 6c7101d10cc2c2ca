package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.privacy.MachineNames;
import io.aboveboard.domain.privacy.OwnCode;
import io.aboveboard.domain.privacy.Privacy;
import io.aboveboard.testkit.marks.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much of what a caller says is kept. */
class PropertyLimitsTest {
    private final PropertyScreen screen = PropertyScreen.of(
            new Privacy(MachineNames.of(List.of("brunnhild"), List.of("jkowalski")), OwnCode.in(List.of("com.acme"))));
    private final PropertyCollector collector = screen.collector();

    @Test
    @Fault("C22")
    void keepsSixtyFourPropertiesAndNotOneMore() {
        for (int i = 0; i < 66; i++) {
            collector.offer("key_" + i, i);
        }
        assertThat(collector.kept()).hasSize(64).containsKey("key_63");
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.OVER_LIMIT, 2));
    }

    @Test
    @Fault("C22")
    void keepsExactlyAsManyBytesAsItMay() {
        String text = "x".repeat(1022);
        for (int i = 0; i < 32; i++) {
            collector.offer((char) ('a' + i / 10) + String.valueOf(i % 10), text);
        }
        assertThat(collector.kept()).hasSize(32);
        collector.offer("z", "");
        assertThat(collector.kept()).hasSize(32);
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.OVER_LIMIT, 1));
    }

    @Test
    void countsTheBytesOfUtf8AndNotTheCharacters() {
        int perText = 1024 * 3;
        for (int i = 0; i < 11; i++) {
            collector.offer("key_" + (char) ('a' + i), "€".repeat(1024));
        }
        assertThat(collector.kept()).hasSize(32 * 1024 / perText);
    }

    @Test
    void countsEightBytesForANumberAndForAFlag() {
        for (int i = 0; i < 31; i++) {
            collector.offer("t" + (char) ('A' + i % 26) + (i / 26), "x".repeat(1021));
        }
        collector.offer("fill", "x".repeat(1024 - 4 - 18));
        collector.offer("n", 7);
        collector.offer("f", true);
        assertThat(collector.losses()).isEmpty();
        collector.offer("o", "");
        assertThat(collector.losses()).containsExactly(Map.entry(PropertyLoss.OVER_LIMIT, 1));
    }

    @Test
    void stillTakesASmallPropertyAfterOneThatDidNotFit() {
        for (int i = 0; i < 40; i++) {
            collector.offer("key_" + (char) ('A' + i / 26) + (char) ('a' + i % 26), "x".repeat(1024));
        }
        int before = collector.kept().size();
        collector.offer("last", 1);
        assertThat(collector.kept()).hasSize(before + 1).containsKey("last");
    }
}
