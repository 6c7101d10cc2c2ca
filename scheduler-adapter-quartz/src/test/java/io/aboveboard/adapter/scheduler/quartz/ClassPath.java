package io.aboveboard.adapter.scheduler.quartz;

import java.io.File;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class path of the tests, and parts of it. */
final class ClassPath {
    private ClassPath() {}

    static String all() {
        return System.getProperty("java.class.path");
    }

    /** A loader that sees the same classes, made anew, but for those of Quartz. */
    static URLClassLoader withoutQuartz() {
        URL[] urls = entries()
                .filter(entry -> !entry.getFileName().toString().startsWith("quartz-2"))
                .map(ClassPath::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static Stream<Path> entries() {
        return List.of(all().split(File.pathSeparator)).stream().map(Path::of);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
