package io.aboveboard.bootstrap.config;

import java.util.HashMap;
import java.util.Map;

/**
 * Where settings come from, strongest first. An empty value is none. Where and as whom to report is one choice: whoever
 * sets a part of the sink gets nothing of the build's, so that no token goes to an address it is not for. {@link
 * #toString} shows no value.
 *
 * @param explicit given to this very call
 * @param environment given to this process
 * @param build given to the jar
 */
public record SettingSources(Map<String, String> explicit, Map<String, String> environment, BuildInfo build) {
    /** Copies both maps. */
    public SettingSources {
        explicit = Map.copyOf(explicit);
        environment = Map.copyOf(environment);
    }

    /** The settings that are in force, by name; none of them is blank. */
    Map<String, String> effective() {
        Map<String, String> effective = new HashMap<>();
        putSet(effective, environment);
        putSet(effective, explicit);
        if (SettingNames.SINK.stream().noneMatch(effective::containsKey)) {
            putSet(effective, build.sinkDefaults());
        }
        return effective;
    }

    private static void putSet(Map<String, String> target, Map<String, String> source) {
        source.forEach((name, value) -> {
            if (!value.isBlank()) {
                target.put(name, value.strip());
            }
        });
    }

    @Override
    public String toString() {
        return "SettingSources[explicit=" + explicit.keySet() + ", build=" + build + "]";
    }
}
