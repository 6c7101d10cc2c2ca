package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.http.access.Keyring;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.Erasure;
import io.aboveboard.domain.api.Ingest;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.consent.Switches;

/**
 * What callers can have.
 *
 * @param transparency what there is to see
 * @param consent where to decide
 * @param ingest where to record
 * @param erasure what forgets
 * @param sendNow has what is waiting sent without waiting for its time; returns soon, whatever comes of it
 * @param silence the kill switch that is on: then the page says so and does nothing else but take a no
 * @param keys who may come in
 */
public record Services(
        Transparency transparency,
        ConsentControl consent,
        Ingest ingest,
        Erasure erasure,
        Runnable sendNow,
        Switches.Silence silence,
        Keyring keys) {
    boolean isSilenced() {
        return silence != Switches.Silence.NONE;
    }
}
