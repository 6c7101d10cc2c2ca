package io.aboveboard.adapter.consent.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings two changes of one JSON object together, member by member. */
final class JsonMerge {
    private JsonMerge() {}

    /**
     * Repeats a change on another text.
     *
     * @param base what the change began from
     * @param changed what it made of it
     * @param onto where to repeat it; what differs from the base there was changed by somebody else and stays
     * @return the text with both
     */
    static JsonObjectText repeat(JsonObjectText base, JsonObjectText changed, JsonObjectText onto)
            throws UnreadableFileException {
        Map<String, List<String>> before = base.literals();
        Map<String, List<String>> after = changed.literals();
        Map<String, List<String>> there = onto.literals();
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        JsonObjectText merged = onto;
        for (String name : names) {
            List<String> was = before.getOrDefault(name, List.of());
            List<String> is = after.getOrDefault(name, List.of());
            if (!is.equals(was) && there.getOrDefault(name, List.of()).equals(was)) {
                merged = is.isEmpty() ? merged.without(name) : merged.with(name, is.get(is.size() - 1));
            }
        }
        return merged;
    }
}
