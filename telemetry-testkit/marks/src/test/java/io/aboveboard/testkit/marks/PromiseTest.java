package io.aboveboard.testkit.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PromiseTest {
    @Test
    void saysEachPromiseInOneLineOfATable() {
        assertThat(Promise.values())
                .extracting(Promise::sentence)
                .doesNotHaveDuplicates()
                .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContain("|", "\n"));
    }

    @Test
    void numbersThePromisesWithoutGap() {
        assertThat(Arrays.stream(Promise.values()).map(Promise::name))
                .containsExactly(
                        "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12", "P13", "P14", "P15",
                        "P16");
    }
}
