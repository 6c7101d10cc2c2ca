package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.SinkDescription;
import java.util.ArrayList;
import java.util.List;

/** What a look at the installation shows that a person should know, though nothing is wrong. A pure function. */
final class Remarks {
    private Remarks() {}

    static List<String> on(Standing standing, SinkDescription sink) {
        List<String> remarks = new ArrayList<>();
        ConsentReceipt receipt = standing.receipt();
        if (standing.detailed() instanceof Clearance && receipt != null) {
            String asked = receipt.terms().recipient();
            if (!asked.equals(sink.recipient())) {
                remarks.add("the yes was given for " + (asked.isEmpty() ? "no recipient" : asked)
                        + ", but records now go to " + sink.recipient());
            }
        }
        if (standing.reading() instanceof InstallationReading.Remembered remembered) {
            remarks.add(remembered.where() + ": " + remembered.why());
        }
        if (standing.reading() instanceof InstallationReading.Found found) {
            remarks.addAll(onIdentity(found.installation()));
        }
        return remarks;
    }

    private static List<String> onIdentity(Installation installation) {
        return installation.formerId().stream()
                .map(former -> "another program changed install_id from " + former
                        + "; the new one counts, without a second first_seen")
                .toList();
    }
}
