/** The domain of consent-first telemetry. It requires nothing but {@code java.base}. */
module io.aboveboard.domain {}
