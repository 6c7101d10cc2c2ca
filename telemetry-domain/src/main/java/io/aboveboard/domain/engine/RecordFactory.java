package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.event.Attributes;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.PropertyCollector;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.event.PropertyValue.Text;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.record.BaseRecord;
import io.aboveboard.domain.record.DetailedRecord;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.domain.record.UidSequence;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Makes records of events: the one place that says what a record carries. Thread-safe. */
final class RecordFactory {
    private final Service service;
    private final Supplier<Platform> platform;
    private final Clocks clocks;
    private final UidSequence uids = UidSequence.random();
    private volatile @Nullable Common common;

    RecordFactory(Service service, Supplier<Platform> platform, Clocks clocks) {
        this.service = service;
        this.platform = platform;
        this.clocks = clocks;
    }

    BaseRecord base(BaseEvent event, RecordUid uid, InstallId id, Instant firstSeenAt, Instant now) {
        return new BaseRecord(event, BaseFields.reportedAt(now, id, service, platform.get(), firstSeenAt), uid);
    }

    /** What is made of an event; what is recorded together is observed at one moment, which need not be read and sent often. */
    DetailedRecord detailed(
            Offer offer, PropertyCollector properties, Clearance clearance, Identity identity, Instant observedAt) {
        Attributes attributes = properties.handOver();
        common(identity.id()).forEach(attributes::add);
        if (!properties.context().isEmpty()) {
            properties.context().forEach(attributes::add);
        }
        attributes.add("consent_receipt", new Text(clearance.receiptHash()));
        return new DetailedRecord(
                clearance.epoch(),
                offer.uid() == null ? uids.next() : offer.uid(),
                offer.name(),
                identityOf(offer.user(), identity),
                offer.at(),
                observedAt,
                attributes.seal());
    }

    /** The moment at which a commit observes its events. */
    Instant now() {
        return clocks.now();
    }

    DetailedRecord installPing(Clearance clearance, Identity identity) {
        Instant now = clocks.now();
        Attributes attributes = new Attributes();
        attributes.putAll(common(identity.id()));
        attributes.put("consent_receipt", new Text(clearance.receiptHash()));
        return new DetailedRecord(
                clearance.epoch(),
                RecordUid.ofInstallPing(identity.id()),
                EventName.INSTALL,
                identity.id().toString(),
                now,
                now,
                attributes.seal());
    }

    /** The same for all records of an installation. */
    private record Common(InstallId id, Map<String, PropertyValue> attributes) {}

    private Map<String, PropertyValue> common(InstallId id) {
        Common current = common;
        if (current == null || !current.id().equals(id)) {
            current = new Common(id, commonOf(id));
            common = current;
        }
        return current.attributes();
    }

    private Map<String, PropertyValue> commonOf(InstallId id) {
        Attributes attributes = new Attributes();
        attributes.put("install_id", new Text(id.toString()));
        attributes.put("app_version", new Text(service.version()));
        attributes.put("environment", new Text(service.environment()));
        attributes.put("deployment_method", new Text(platform.get().deploymentType()));
        return attributes.seal();
    }

    private static String identityOf(UserId user, Identity identity) {
        if (user.isNone()) {
            return identity.id().toString();
        }
        return user.isOpaque() ? user.value() : Pseudonym.of(user, identity.salt());
    }
}
