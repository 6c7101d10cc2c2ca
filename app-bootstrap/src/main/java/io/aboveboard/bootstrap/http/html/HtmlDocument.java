package io.aboveboard.bootstrap.http.html;

/** Writes documents. This is where text becomes markup, and the only place. */
public final class HtmlDocument {
    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");

    private HtmlDocument() {}

    /**
     * Writes a document.
     *
     * @param root its {@code html} element
     * @return the text
     */
    public static String of(Content root) {
        HtmlDocument document = new HtmlDocument();
        document.write(root);
        return document.out.append('\n').toString();
    }

    private void write(Content content) {
        if (content instanceof Element element) {
            write(element);
        } else if (content instanceof Fragment fragment) {
            fragment.children().forEach(this::write);
        } else if (content instanceof Text text) {
            escape(text.value());
        }
    }

    private void write(Element element) {
        out.append('<').append(element.name());
        for (Attribute attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            escape(attribute.value());
            out.append('"');
        }
        out.append('>');
        if (!element.isVoid()) {
            element.children().forEach(this::write);
            out.append("</").append(element.name()).append('>');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\0' -> out.append('\uFFFD');
                default -> out.append(c);
            }
        }
    }
}
