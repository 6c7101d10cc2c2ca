package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.config.HttpConfig;
import io.aboveboard.bootstrap.http.access.Keyring;
import io.aboveboard.bootstrap.state.AdminTokenFile;
import io.aboveboard.bootstrap.state.StateFolderException;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.TelemetryMonitor;

/** What opens the page: the token that is configured, and the one that lies in the state folder. */
final class Keys {
    private Keys() {}

    /** Without the admin token where the folder holds none and takes none; then only the code lets people in. */
    static Keyring of(AppConfig config, TelemetryMonitor monitor) {
        AdminTokenFile file = AdminTokenFile.in(config.stateDir());
        try {
            AccessToken admin = AccessToken.of(file.tokenOr(AccessToken::random));
            return new Keyring(useOf(config), admin, file.path().toString());
        } catch (StateFolderException | IllegalArgumentException unusable) {
            monitor.warned("nobody can sign in with the token in " + file.path() + ": " + unusable.getMessage());
            return new Keyring(useOf(config), null, "");
        }
    }

    /** While a kill switch is on nobody can decide anything but no, so there is no token for it. */
    static Keyring whileSilenced(AppConfig config) {
        return new Keyring(useOf(config), null, "");
    }

    private static @Nullable AccessToken useOf(AppConfig config) {
        HttpConfig http = config.http();
        return http == null ? null : http.token();
    }
}
