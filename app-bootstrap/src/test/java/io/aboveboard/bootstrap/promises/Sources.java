package io.aboveboard.bootstrap.promises;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the source file of a class and the module it belongs to. */
final class Sources {
    private final Map<Path, Source> bySourcePath = new HashMap<>();

    Sources(Reactor reactor) {
        for (Module module : reactor.modules()) {
            add(reactor, module, module.testSources());
            add(reactor, module, module.folder().resolve("src/main/java"));
        }
    }

    private void add(Reactor reactor, Module module, Path folder) {
        module.sources(folder).forEach(file -> {
            String fromRoot = reactor.root().relativize(folder.resolve(file)).toString();
            bySourcePath.put(file, new Source(module.name(), fromRoot.replace('\\', '/')));
        });
    }

    /** The source of a class, or nothing where it is not of this project, or was deleted. */
    Optional<Source> of(JavaClass type) {
        String file = type.getSource().flatMap(from -> from.getFileName()).orElse(type.getSimpleName() + ".java");
        Path path = Path.of(type.getPackageName().replace('.', '/')).resolve(file);
        return Optional.ofNullable(bySourcePath.get(path));
    }

    /**
     * A source file.
     *
     * @param module the name of its module
     * @param path from the root of the project, with slashes
     */
    record Source(String module, String path) {}
}
