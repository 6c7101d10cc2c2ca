package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The filter, measured: how much of what is private it finds, and how often it takes something for it that is not. */
class PrivacyCorpusTest {
    private static final Path PAGE = Path.of("..", "docs", "privacy-filter.md");
    private static final List<CorpusLine> CORPUS = CorpusLine.all();
    private static final Figures FIGURES = Figures.of(CORPUS);

    @Test
    void isMeasuredOnThousandsOfLinesOfWhichHalfHoldNothingPrivate() {
        assertThat(CORPUS).hasSizeGreaterThan(2_000).doesNotHaveDuplicates();
        assertThat((double) FIGURES.lines() / CORPUS.size()).isBetween(0.45, 0.55);
    }

    @Test
    @Proves(Promise.P11)
    void findsNinetyNineInAHundredAndIsWrongAboutNoMoreThanOne() {
        System.out.println(FIGURES.table());
        assertThat(FIGURES.recall()).isGreaterThanOrEqualTo(0.99);
        assertThat(FIGURES.falsePositives()).isLessThanOrEqualTo(0.01);
    }

    @ParameterizedTest
    @EnumSource(PrivateKind.class)
    @Proves(Promise.P11)
    void neglectsNoKind(PrivateKind kind) {
        assertThat(FIGURES.row(kind).lines).isGreaterThanOrEqualTo(30);
        assertThat(FIGURES.row(kind).recall()).isGreaterThanOrEqualTo(0.98);
        assertThat(FIGURES.falsePositives(kind)).isLessThanOrEqualTo(0.002);
    }

    @Test
    void returnsTheSameInstanceOfWhatItDoesNotTouch() {
        List<CorpusLine> copied = CORPUS.stream()
                .filter(line -> filtered(line).found().isEmpty())
                .filter(line -> !isSame(filtered(line).text(), line.text()))
                .toList();
        assertThat(copied).isEmpty();
    }

    /** By identity: a copy would be a waste. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    @Test
    void changesNothingMoreInASecondPass() {
        List<CorpusLine> changedTwice = CORPUS.stream()
                .filter(line -> !Sample.filter(filtered(line).text(), KeyHint.of(line.key()), 10_000)
                        .found()
                        .isEmpty())
                .toList();
        assertThat(changedTwice).isEmpty();
    }

    private static Sample.Filtered filtered(CorpusLine line) {
        return Sample.filter(line.text(), KeyHint.of(line.key()), 10_000);
    }

    @Test
    void tellsTheFiguresThatAreWrittenDown() throws IOException {
        assertThat(Files.readString(PAGE)).contains("<!-- figures -->\n" + FIGURES.table() + "<!-- /figures -->");
    }
}
