package io.aboveboard.domain.base;

/**
 * What the base layer tells of the machine.
 *
 * @param platform {@code Linux}, {@code Darwin} or {@code Windows}
 * @param osVersion the kernel release
 * @param architecture {@code x86_64}, {@code aarch64} or what the system calls itself
 * @param locale such as {@code en_US}
 * @param timezone an IANA zone such as {@code Europe/Vienna}
 * @param deploymentType {@code docker} or {@code native}
 */
public record Platform(
        String platform,
        String osVersion,
        String architecture,
        String locale,
        String timezone,
        String deploymentType) {}
