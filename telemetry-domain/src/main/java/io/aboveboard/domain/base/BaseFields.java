package io.aboveboard.domain.base;

import io.aboveboard.domain.installation.InstallId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything the base layer ever sends about an installation: these 12 fields and no other. A record of the base layer
 * can be built from nothing else. Immutable.
 *
 * @param installId the random id of the installation
 * @param appVersion the version of the product
 * @param platform the operating system
 * @param osVersion the kernel release
 * @param architecture the processor architecture
 * @param locale such as {@code en_US}
 * @param timezone the IANA zone
 * @param firstSeenAt when the installation was first seen
 * @param lastSeenAt when it was last seen running
 * @param heartbeatAt when this was reported
 * @param releaseChannel the channel the product was released through
 * @param deploymentType {@code docker} or {@code native}
 */
public record BaseFields(
        InstallId installId,
        String appVersion,
        String platform,
        String osVersion,
        String architecture,
        String locale,
        String timezone,
        Instant firstSeenAt,
        Instant lastSeenAt,
        Instant heartbeatAt,
        String releaseChannel,
        String deploymentType) {
    /** The names under which the fields are sent, in the order of the schema. */
    public static final List<String> NAMES = List.of(
            "install_id",
            "app_version",
            "platform",
            "os_version",
            "architecture",
            "locale",
            "timezone",
            "first_seen_at",
            "last_seen_at",
            "heartbeat_at",
            "release_channel",
            "deployment_type");

    /**
     * The fields of a report made now.
     *
     * @param now the moment of the report
     * @param installId whose
     * @param service the product
     * @param platform the machine
     * @param firstSeenAt when the installation was first seen
     * @return the fields
     */
    public static BaseFields reportedAt(
            Instant now, InstallId installId, Service service, Platform platform, Instant firstSeenAt) {
        return new BaseFields(
                installId,
                service.version(),
                platform.platform(),
                platform.osVersion(),
                platform.architecture(),
                platform.locale(),
                platform.timezone(),
                firstSeenAt,
                now,
                now,
                service.releaseChannel(),
                platform.deploymentType());
    }

    /**
     * The fields under the names in which they are sent.
     *
     * @return 12 entries in the order of the schema; times in ISO 8601, UTC
     */
    public Map<String, String> entries() {
        List<String> values = List.of(
                installId.toString(),
                appVersion,
                platform,
                osVersion,
                architecture,
                locale,
                timezone,
                firstSeenAt.toString(),
                lastSeenAt.toString(),
                heartbeatAt.toString(),
                releaseChannel,
                deploymentType);
        Map<String, String> entries = new LinkedHashMap<>();
        for (int field = 0; field < NAMES.size(); field++) {
            entries.put(NAMES.get(field), values.get(field));
        }
        return Collections.unmodifiableMap(entries);
    }
}
