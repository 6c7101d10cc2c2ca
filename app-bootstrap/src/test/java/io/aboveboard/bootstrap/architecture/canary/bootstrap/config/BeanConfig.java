package io.aboveboard.bootstrap.architecture.canary.bootstrap.config;

/** Settings that change under their user. */
public final class BeanConfig {
    private String endpoint = "";

    void setEndpoint(String changed) {
        endpoint = changed;
    }

    String endpoint() {
        return endpoint;
    }
}
