/** The domain of consent-first telemetry. It requires nothing but {@code java.base}. */
module io.aboveboard.domain {
    exports io.aboveboard.domain;
    exports io.aboveboard.domain.annotation;
    exports io.aboveboard.domain.api;
    exports io.aboveboard.domain.base;
    exports io.aboveboard.domain.consent;
    exports io.aboveboard.domain.event;
    exports io.aboveboard.domain.host;
    exports io.aboveboard.domain.installation;
    exports io.aboveboard.domain.memory;
    exports io.aboveboard.domain.port;
    exports io.aboveboard.domain.privacy;
    exports io.aboveboard.domain.record;
    exports io.aboveboard.domain.replica;
}
