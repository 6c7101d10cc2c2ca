package io.aboveboard.bootstrap.http;

import java.time.Duration;

/**
 * What a caller may cost us.
 *
 * @param bodyBytes the largest body, as sent and after it is unpacked
 * @param headerBytes the largest head of a request
 * @param idle how long a connection may be still
 * @param request how long a connection may go without having got an answer
 * @param connections how many may be open
 * @param threads how many threads serve them
 * @param burst how many requests may come at once
 * @param perSecond how many may come each second after that
 */
record HttpLimits(
        int bodyBytes,
        int headerBytes,
        Duration idle,
        Duration request,
        int connections,
        int threads,
        int burst,
        int perSecond) {
    /** Enough for an application with its users, too little to harm the machine. */
    static final HttpLimits DEFAULT = new HttpLimits(
            1024 * 1024, 8 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(20), 256, 24, 10_000, 5_000);
}
