package io.aboveboard.bootstrap.demo;

import io.aboveboard.bootstrap.view.RecordView;
import io.aboveboard.bootstrap.view.RecordView.Field;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The story of consent, each step of which is checked before the next. */
final class Story {
    private static final List<String> THE_12_FIELDS = List.of(
            "app_version",
            "architecture",
            "deployment_type",
            "first_seen_at",
            "heartbeat_at",
            "install_id",
            "last_seen_at",
            "locale",
            "os_version",
            "platform",
            "release_channel",
            "timezone");
    private static final PropertyKey<Long> PROJECT = PropertyKey.ofLong("project_id");
    private static final Event TIMER_STARTED = Event.named("timer.started").with(PROJECT);
    private static final UserId USER = UserId.of(42);
    private static final Actor ADMIN = Actor.admin("1");

    private final Aboveboard aboveboard;
    private final Witness witness;
    private final Narrator narrator;

    Story(Aboveboard aboveboard, Arrivals arrivals, Narrator narrator, Duration patience) {
        this.aboveboard = aboveboard;
        this.witness = new Witness(aboveboard, arrivals, patience);
        this.narrator = narrator;
    }

    /** @throws BrokenStoryException if a step did not happen as told */
    void play() {
        theServiceStarts();
        narrator.scene("Somebody starts a timer, which is the event timer.started.");
        theEventIsRefused(RefusalReason.UNDECIDED);
        String receipt = theAdminOptsIn();
        theEventIsDelivered(receipt);
        theAdminOptsOut();
        narrator.scene("Somebody starts a timer again.");
        theEventIsRefused(RefusalReason.DENIED);
        theServiceStops();
    }

    private void theServiceStarts() {
        narrator.scene("The service starts. Nobody has decided anything yet.");
        RecordView firstSeen = baseRecord("base_telemetry.first_seen");
        RecordView heartbeat = baseRecord("base_telemetry.heartbeat");
        witness.nothingDetailed();
        narrator.received(firstSeen.eventName(), "these 12 fields, no other", firstSeen.fields());
        narrator.received(
                heartbeat.eventName(), "the same 12, but for", changed(firstSeen.fields(), heartbeat.fields()));
    }

    private RecordView baseRecord(String eventName) {
        RecordView record = witness.await(eventName);
        Expect.that(!record.isDetailed(), eventName + " in the base layer", record.text());
        Expect.equal(THE_12_FIELDS, sortedKeys(record), "the fields of " + eventName);
        expect(record, "install_id", record.identity());
        return record;
    }

    private static List<String> sortedKeys(RecordView record) {
        return record.fields().stream().map(Field::key).sorted().toList();
    }

    private static List<Field> changed(List<Field> before, List<Field> after) {
        return after.stream().filter(field -> !before.contains(field)).toList();
    }

    private void theEventIsRefused(RefusalReason why) {
        Expect.equal(new Admission.Dropped(DropReason.NO_CONSENT), trackTimerStarted(), "the answer to track");
        Expect.equal(
                Optional.of(why),
                Optional.ofNullable(aboveboard.consent().current().refusal()),
                "the reason");
        witness.nothingDetailed();
        narrator.refused(why.explanation());
        narrator.receivedNothing();
    }

    private Admission trackTimerStarted() {
        return aboveboard.telemetry().track(TIMER_STARTED, USER, properties -> properties.put(PROJECT, 7L));
    }

    /** Said twice, since exactly one install ping is to follow. Returns the hash of the receipt. */
    private String theAdminOptsIn() {
        narrator.scene("An admin opts in, and by mistake a second time.");
        ConsentReceipt receipt = receiptOf(aboveboard.consent().grant(ADMIN));
        Expect.equal(receipt, receiptOf(aboveboard.consent().grant(ADMIN)), "the receipt of a second yes");
        RecordView ping = witness.onlyDetailed("telemetry.install");
        expect(ping, "consent_receipt", receipt.hash());
        narrator.received(ping.eventName(), "exactly one", ping.fields());
        return receipt.hash();
    }

    private void theEventIsDelivered(String receipt) {
        narrator.scene("Somebody starts a timer.");
        Expect.equal(Admission.Taken.TAKEN, trackTimerStarted(), "the answer to track");
        RecordView event = witness.onlyDetailed("timer.started");
        Expect.equal("42", event.identity(), "the identity");
        expect(event, "project_id", "7");
        expect(event, "consent_receipt", receipt);
        narrator.received(event.eventName(), "of user " + event.identity(), event.fields());
    }

    private void theAdminOptsOut() {
        narrator.scene("The admin opts out. No event says goodbye.");
        receiptOf(aboveboard.consent().withdraw(ADMIN));
        witness.nothingDetailed();
        narrator.receivedNothing();
    }

    private void theServiceStops() {
        narrator.scene("The service stops.");
        aboveboard.close();
        new Reckoning(aboveboard.transparency(), witness.all()).tell(narrator);
    }

    private static ConsentReceipt receiptOf(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded recorded) {
            return recorded.receipt();
        }
        throw new BrokenStoryException("expected the decision to be stored, but: " + outcome);
    }

    private static void expect(RecordView record, String key, String value) {
        Expect.that(record.fields().contains(new Field(key, value)), key + "=" + value, record.text());
    }
}
