package io.aboveboard.bootstrap.http.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the parts of a document. */
public final class Html {
    private static final Content NOTHING = new Fragment(List.of());

    private Html() {}

    /**
     * An element.
     *
     * @param name its name
     * @param parts its attributes and its content
     * @return the element
     * @throws IllegalArgumentException if it must not stand in a page
     */
    public static Content el(String name, Part... parts) {
        return new Element(name, Arrays.asList(parts));
    }

    /**
     * An element that holds a text.
     *
     * @param name its name
     * @param text the text
     * @param parts its attributes and further content
     * @return the element
     */
    public static Content el(String name, String text, Part... parts) {
        List<Part> all = new ArrayList<>();
        all.add(new Text(text));
        all.addAll(Arrays.asList(parts));
        return new Element(name, all);
    }

    /**
     * Text, shown as it is.
     *
     * @param value the text
     * @return the text
     */
    public static Content text(String value) {
        return new Text(value);
    }

    /**
     * An attribute.
     *
     * @param name its name
     * @param value its value
     * @return the attribute
     * @throws IllegalArgumentException if it must not stand in a page
     */
    public static Part attr(String name, String value) {
        return new Attribute(name, value);
    }

    /**
     * The class of an element.
     *
     * @param names one or more, separated by spaces
     * @return the attribute
     */
    public static Part cls(String names) {
        return new Attribute("class", names);
    }

    /**
     * The id of an element.
     *
     * @param id the id
     * @return the attribute
     */
    public static Part id(String id) {
        return new Attribute("id", id);
    }

    /**
     * Something for each of several values.
     *
     * @param values the values
     * @param each makes what stands for one
     * @param <T> what they are
     * @return all of it
     */
    public static <T> Content each(Collection<? extends T> values, Function<? super T, Content> each) {
        return new Fragment(values.stream().<Content>map(each).toList());
    }

    /**
     * Several things one after the other.
     *
     * @param children the things
     * @return all of them
     */
    public static Content all(Content... children) {
        return new Fragment(List.of(children));
    }

    /**
     * Something, or nothing.
     *
     * @param condition whether it is to be there
     * @param something makes it
     * @return it, or nothing
     */
    public static Content when(boolean condition, Supplier<Content> something) {
        return condition ? something.get() : NOTHING;
    }
}
