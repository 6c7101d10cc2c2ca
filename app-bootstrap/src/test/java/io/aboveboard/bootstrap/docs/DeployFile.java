package io.aboveboard.bootstrap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files under {@code docs/deploy}, parsed. */
public final class DeployFile {
    private static final Path FOLDER = Path.of("..", "docs", "deploy");

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private DeployFile() {}

    /** The text of one of them. */
    public static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    /** The documents of one that is YAML. */
    public static List<Object> documents(String name) throws IOException {
        return yaml(text(name));
    }

    /** What stands as YAML in a page of the docs. */
    public static Object example(String page) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(FOLDER.resolveSibling(page)));
        if (!example.find()) {
            throw new IllegalArgumentException("page: has no example in YAML");
        }
        return yaml(example.group(1)).get(0);
    }

    /** A key that stands there twice is a mistake. */
    private static List<Object> yaml(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<Object> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(strict)).loadAll(text).forEach(documents::add);
        return documents;
    }

    /** What lies under some keys, one below the other. */
    public static Object at(Object node, String... keys) {
        Object found = node;
        for (String key : keys) {
            found = map(found).get(key);
            if (found == null) {
                throw new AssertionError("there is no " + String.join(" / ", keys) + " in " + node);
            }
        }
        return found;
    }

    /** The keys of a mapping. */
    public static List<String> keys(Object node) {
        return map(node).keySet().stream().map(String::valueOf).toList();
    }

    /** The elements of a list. */
    public static List<?> list(Object node) {
        return (List<?>) node;
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }
}
