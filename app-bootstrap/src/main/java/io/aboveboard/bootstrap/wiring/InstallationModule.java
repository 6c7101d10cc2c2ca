package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.domain.port.InstallationStore;
import jakarta.inject.Singleton;

/** The installation, which whoever starts has opened and will close. */
final class InstallationModule extends AbstractModule {
    private final OpenInstallation installation;

    InstallationModule(OpenInstallation installation) {
        this.installation = installation;
    }

    @Provides
    @Singleton
    InstallationStore installation(Unwinding unwinding) {
        unwinding.onFailure(installation::close);
        return installation.store();
    }
}
