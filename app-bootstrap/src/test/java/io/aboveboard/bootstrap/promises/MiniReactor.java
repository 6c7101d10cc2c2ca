package io.aboveboard.bootstrap.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project of one module called {@code core} in a folder of the test's, whose tests are really compiled. */
final class MiniReactor {
    private static final String IMPORTS = """
            package mini;
            import io.aboveboard.testkit.marks.*;
            import org.junit.jupiter.api.*;
            """;

    private final Path root;
    private final Path sources;
    private final Path classes;

    private MiniReactor(Path root) {
        this.root = root;
        this.sources = root.resolve("core/src/test/java/mini");
        this.classes = root.resolve("core/target/test-classes");
    }

    static MiniReactor in(Path root) throws IOException {
        MiniReactor reactor = new MiniReactor(root);
        Files.createDirectories(reactor.sources);
        Files.createDirectories(reactor.classes);
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("pom.xml"), "<modules><module> core </module></modules>");
        return reactor.reasons("");
    }

    /** Writes a source without compiling it. */
    MiniReactor source(String type, String body) throws IOException {
        Files.writeString(file(type), IMPORTS + body);
        return this;
    }

    /** Writes a source and compiles it, beside those compiled before. */
    MiniReactor test(String type, String body) throws IOException {
        source(type, body);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            String classPath = System.getProperty("java.class.path") + java.io.File.pathSeparator + classes;
            List<String> options = List.of("-d", classes.toString(), "-classpath", classPath, "-proc:none");
            boolean compiled = javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file(type)))
                    .call();
            if (!compiled) {
                throw new AssertionError(type + " does not compile");
            }
        }
        return this;
    }

    MiniReactor reasons(String text) throws IOException {
        Files.writeString(root.resolve("docs/open-promises.tsv"), text);
        return this;
    }

    MiniReactor delete(String type) throws IOException {
        Files.delete(file(type));
        return this;
    }

    MiniReactor touch(String type, Instant time) throws IOException {
        Files.setLastModifiedTime(file(type), FileTime.from(time));
        return this;
    }

    Audit audit() throws IOException {
        return Audit.of(Reactor.around(root.resolve("core/src")));
    }

    private Path file(String type) {
        return sources.resolve(type + ".java");
    }
}
