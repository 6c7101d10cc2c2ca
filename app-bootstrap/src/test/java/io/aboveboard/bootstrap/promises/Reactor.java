package io.aboveboard.bootstrap.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The project on disk: its root and its modules.
 *
 * @param root the folder of the parent's {@code pom.xml}
 * @param modules the modules, in the order of the parent
 */
record Reactor(Path root, List<Module> modules) {
    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<]+?)\\s*</module>");

    /** The project around a folder, such as that of the module whose tests run. */
    static Reactor around(Path folder) throws IOException {
        for (Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            List<Module> modules = modulesIn(each);
            if (!modules.isEmpty()) {
                return new Reactor(each, modules);
            }
        }
        throw new IllegalStateException("no pom.xml with modules in or above " + folder);
    }

    private static List<Module> modulesIn(Path root) throws IOException {
        Path pom = root.resolve("pom.xml");
        if (!Files.isRegularFile(pom)) {
            return List.of();
        }
        return MODULE.matcher(Files.readString(pom))
                .results()
                .map(found -> new Module(root.resolve(found.group(1))))
                .toList();
    }
}
