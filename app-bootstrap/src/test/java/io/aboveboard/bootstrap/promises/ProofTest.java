package io.aboveboard.bootstrap.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {
    @ParameterizedTest
    @CsvSource({
        "deniesEverythingWhileUndecided, denies everything while undecided",
        "refusesA400Twice, refuses a 400 twice",
        "readsHTTPDates, reads http dates",
        "only_the_policy_clears, only the policy clears",
        "ONLY_THE_POLICY, only the policy",
        "keeps, keeps"
    })
    void readsTheNameOfATestAsASentence(String name, String sentence) {
        assertThat(Proof.sentenceOf(name)).isEqualTo(sentence);
    }
}
