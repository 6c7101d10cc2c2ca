package io.aboveboard.bootstrap.config;

import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.bootstrap.state.StateFolderException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the installation lies, and whether it is the right one. */
final class FolderSettings {
    private static final Path NOWHERE = Path.of("").toAbsolutePath();

    private final Findings findings;
    private final Map<String, String> environment;

    FolderSettings(Findings findings, Map<String, String> environment) {
        this.findings = findings;
        this.environment = environment;
    }

    Path read(String service) {
        Optional<Path> folder = findings.value(SettingNames.FOLDER).isPresent() ? chosen() : byDefault(service);
        folder.ifPresent(path -> check(path, service));
        return folder.orElse(NOWHERE);
    }

    private Optional<Path> chosen() {
        try {
            return findings.value(SettingNames.FOLDER).map(Path::of).map(Path::toAbsolutePath);
        } catch (InvalidPathException notAPath) {
            findings.error(SettingNames.FOLDER, "is not a path");
            return Optional.empty();
        }
    }

    private Optional<Path> byDefault(String service) {
        Optional<Path> folder = absolute("XDG_STATE_HOME")
                .or(() -> absolute("HOME").map(home -> home.resolve(".local").resolve("state")))
                .map(base -> base.resolve("aboveboard").resolve(fileName(service)));
        if (folder.isEmpty()) {
            findings.error(
                    SettingNames.FOLDER,
                    "is required where neither XDG_STATE_HOME nor HOME is set; name a folder that outlives restarts");
        }
        return folder;
    }

    /** The XDG specification has a path that is not absolute ignored. */
    private Optional<Path> absolute(String name) {
        try {
            return Optional.ofNullable(environment.get(name)).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static String fileName(String service) {
        String name = service.replaceAll("[^A-Za-z0-9._-]", "_");
        return name.startsWith(".") ? "_" + name.substring(1) : name;
    }

    private void check(Path folder, String service) {
        checkService(folder, service);
        if (StateFolder.of(folder).isReplica()
                && findings.value(SettingNames.DATABASE_URL).isEmpty()) {
            findings.error(
                    SettingNames.DATABASE_URL,
                    "is required: the installation of " + folder + " is shared through a database; to take it back into"
                            + " the folder, set it and run migrate-installation --to file");
        }
    }

    private void checkService(Path folder, String service) {
        try {
            StateFolder.of(folder)
                    .service()
                    .filter(owner -> !service.equals(ServiceSettings.NO_NAME) && !owner.equals(service))
                    .ifPresent(owner -> findings.error(SettingNames.FOLDER, belongsTo(folder, owner, service)));
        } catch (StateFolderException unreadable) {
            findings.warning(SettingNames.FOLDER, String.valueOf(unreadable.getMessage()));
        }
    }

    private static String belongsTo(Path folder, String owner, String service) {
        return folder + " holds the installation of " + owner + ", not of " + service + "; name another folder, or set "
                + SettingNames.SERVICE + " to " + owner;
    }
}
