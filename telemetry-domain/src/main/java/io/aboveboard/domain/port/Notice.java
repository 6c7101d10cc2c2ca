package io.aboveboard.domain.port;

import io.aboveboard.domain.base.BaseFields;
import java.util.List;

/**
 * What a first-run notice tells.
 *
 * @param service whose telemetry it is
 * @param recipient the host that records go to
 */
public record Notice(String service, String recipient) {
    /**
     * The notice in words.
     *
     * @return its lines, none of them longer than 100 characters for names of usual length
     */
    public List<String> lines() {
        return List.of(
                service + " reports this installation to " + recipient + ", once now and then once a day.",
                "What it reports are these " + BaseFields.NAMES.size() + " fields and nothing else:",
                "  " + String.join(", ", BaseFields.NAMES.subList(0, BaseFields.NAMES.size() / 2)) + ",",
                "  " + String.join(", ", BaseFields.NAMES.subList(BaseFields.NAMES.size() / 2, BaseFields.NAMES.size()))
                        + ".",
                "How features are used is reported only after somebody has said yes, until somebody says no.",
                "DO_NOT_TRACK=1 switches everything off, TELEMETRY_LAYERS=base all but those fields.");
    }
}
