package io.aboveboard.bootstrap.http.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One element with what it holds. */
final class Element implements Content {
    static final Set<String> VOID = Set.of("br", "hr", "input", "link", "meta");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");

    private final String name;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Content> children = new ArrayList<>();

    Element(String name, List<Part> parts) {
        this.name = name;
        for (Part part : parts) {
            if (part instanceof Attribute attribute) {
                attributes.add(attribute);
            } else {
                children.add((Content) part);
            }
        }
        if (!NAME.matcher(name).matches() || name.equals("style") || (mustBeEmpty() && !children.isEmpty())) {
            throw new IllegalArgumentException("name: is not an element that may hold this in a page");
        }
    }

    private boolean mustBeEmpty() {
        return name.equals("script") || isVoid();
    }

    boolean isVoid() {
        return VOID.contains(name);
    }

    String name() {
        return name;
    }

    List<Attribute> attributes() {
        return List.copyOf(attributes);
    }

    List<Content> children() {
        return List.copyOf(children);
    }
}
