package io.aboveboard.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves(Promise.P14)
class ConsentExportTest {
    private static final ConsentReceipt FIRST = Receipts.granted(Actor.admin("42"), null);
    private static final ConsentReceipt SECOND = Receipts.granted(Actor.api("\"\\\u00e9\ud800"), FIRST);

    @Test
    void holdsEverythingThatIsNeededToCheckIt() {
        InstallId id = InstallId.random();
        String document = ConsentExport.of(id, new ConsentChain.Intact(List.of(FIRST, SECOND)), Receipts.NOW);
        assertThat(document)
                .startsWith("{\n  \"format\": \"aboveboard-consent-receipts/1\",\n  \"install_id\": \"" + id + "\",")
                .contains("\"exported_at\": \"" + Receipts.NOW + "\"")
                .contains("\"how_to_verify\": \"For each receipt take, in this order: sequence, state in capitals")
                .contains("\"broken_at\": null")
                .contains("    {\"sequence\": 1, \"state\": \"granted\", \"surface\": \"admin\", \"actor\": \"42\", ")
                .contains(
                        "\"previous_hash\": \"" + FIRST.hash() + "\", \"hash\": \"" + SECOND.hash() + "\"}\n  ]\n}\n");
    }

    @Test
    void isAsciiWhateverAnActorIsCalled() {
        String document = ConsentExport.of(null, new ConsentChain.Intact(List.of(FIRST, SECOND)), Receipts.NOW);
        assertThat(document).contains("\"actor\": \"\\\"\\\\\\u00e9\\ud800\"", "\"install_id\": null");
        assertThat(document.chars()).allMatch(character -> character == '\n' || (character >= ' ' && character <= '~'));
    }

    @Test
    void saysWhereTheChainIsBrokenAndHoldsWhatIsProvedBefore() {
        String document =
                ConsentExport.of(null, new ConsentChain.Broken(List.of(FIRST), 2, "is not valid JSON"), Receipts.NOW);
        assertThat(document)
                .contains("\"broken_at\": {\"line\": 2, \"why\": \"the receipt is not valid JSON\"}")
                .contains(FIRST.hash());
    }

    @Test
    void isADocumentEvenWithoutReceipts() {
        assertThat(ConsentExport.of(null, new ConsentChain.Intact(List.of()), Receipts.NOW))
                .endsWith("\"receipts\": []\n}\n");
    }
}
