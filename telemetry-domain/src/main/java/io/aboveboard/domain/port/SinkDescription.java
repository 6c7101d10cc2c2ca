package io.aboveboard.domain.port;

/**
 * What may be shown of a sink; never a credential.
 *
 * @param configured whether there is somewhere to send to
 * @param endpoint the full address without credentials, empty where not configured
 * @param recipient the host of the address, empty where not configured
 * @param tokenSet whether credentials are set
 */
public record SinkDescription(boolean configured, String endpoint, String recipient, boolean tokenSet) {
    /** There is nowhere to send to. */
    public static final SinkDescription NOT_CONFIGURED = new SinkDescription(false, "", "", false);
}
