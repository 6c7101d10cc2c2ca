package io.aboveboard.testkit.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultCatalogueTest {
    private static final Map<Character, Integer> FAULTS_BY_SECTION =
            Map.of('A', 21, 'B', 6, 'C', 28, 'D', 11, 'E', 10, 'F', 6, 'G', 6, 'H', 9, 'I', 4);

    @Test
    void numbersTheFaultsOfEachSectionWithoutGap() {
        List<String> expected = new ArrayList<>();
        new TreeMap<>(FAULTS_BY_SECTION).forEach((section, count) -> {
            for (int number = 1; number <= count; number++) {
                expected.add(section + String.valueOf(number));
            }
        });
        assertThat(FaultCatalogue.faults().keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void describesEachFaultInOneLineOfATable() {
        assertThat(FaultCatalogue.faults().values())
                .allSatisfy(description -> assertThat(description)
                        .endsWith(".")
                        .doesNotContain("|")
                        .hasSizeBetween(30, 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "A1\t ", "1A\tIt breaks.", "A1\tIt breaks.\tTwice.", ""})
    void refusesALineThatIsNotAnIdAndADescription(String line) {
        assertThatThrownBy(() -> FaultCatalogue.parse(line + "\n")).hasMessageContaining("not an id and a description");
    }

    @Test
    void refusesTheSameIdTwice() {
        assertThatThrownBy(() -> FaultCatalogue.parse("A1\tOne.\nA1\tTwo.")).hasMessageContaining("twice: A1");
    }
}
