package io.aboveboard.bootstrap.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.ConsentTerms;
import java.util.Locale;

/** The consent for machines. */
public final class ConsentJson {
    private ConsentJson() {}

    /**
     * The consent as {@code status} shows it: {@code state}, {@code effective}, {@code epoch}, {@code decided_at}, {@code
     * source}, {@code text_version}.
     *
     * @param standing how it stands
     * @return a new object
     */
    public static ObjectNode of(ConsentStanding standing) {
        ConsentReceipt receipt = standing.receipt();
        ObjectNode json = Json.object();
        json.put("state", standing.state().name().toLowerCase(Locale.ROOT));
        json.put("effective", standing.isEffective());
        json.put("epoch", standing.epoch());
        json.put("decided_at", receipt == null ? null : receipt.at().toString());
        json.put("source", receipt == null ? null : receipt.actor().surface().code());
        json.put("text_version", receipt == null ? null : receipt.terms().textVersion());
        return json;
    }

    /**
     * The consent as {@code consent} shows it: besides, {@code reason} is the rule that keeps product events off, {@code
     * remark} what a person should know beyond it, {@code receipt} the hash of the last receipt.
     *
     * @param standing how it stands
     * @return a new object
     */
    public static ObjectNode explained(ConsentStanding standing) {
        ObjectNode json = of(standing);
        json.put("reason", codeOf(standing));
        json.put("remark", Json.textOrNull(standing.remark()));
        json.put("receipt", hashOf(standing.receipt()));
        return json;
    }

    /**
     * The same with what a decision would be made upon now, for whoever asks the question elsewhere: {@code asked} holds
     * {@code text_version}, {@code schema_version} and {@code recipient}.
     *
     * @param standing how it stands
     * @param terms what would be asked
     * @return a new object
     */
    public static ObjectNode asked(ConsentStanding standing, ConsentTerms terms) {
        ObjectNode json = explained(standing);
        json.putObject("asked")
                .put("text_version", terms.textVersion())
                .put("schema_version", terms.schemaVersion())
                .put("recipient", terms.recipient());
        return json;
    }

    private static @Nullable String codeOf(ConsentStanding standing) {
        return standing.refusal() == null ? null : standing.refusal().code();
    }

    private static @Nullable String hashOf(@Nullable ConsentReceipt receipt) {
        return receipt == null ? null : receipt.hash();
    }
}
