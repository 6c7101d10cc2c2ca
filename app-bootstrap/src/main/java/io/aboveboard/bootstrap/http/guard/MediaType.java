package io.aboveboard.bootstrap.http.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body says it is, parsed whole: {@code text/plain; application/json} is text, and of two types that contradict each
 * other neither counts. A browser sends JSON to a foreign server only after asking it, and is never told yes.
 */
public final class MediaType {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile(
            "(" + TOKEN + "/" + TOKEN + ")((?:[ \\t]*;[ \\t]*" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\]*\"))*)[ \\t]*");
    private static final int LONGEST = 128;
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

    private MediaType() {}

    /**
     * What the body of a request says it is.
     *
     * @param request the request
     * @return the type and subtype in lower case, or nothing if it says nothing that can be understood, or another
     *     encoding than UTF-8
     */
    public static Optional<String> of(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders("Content-Type"));
        return types.size() == 1 ? parsed(types.get(0)) : Optional.empty();
    }

    private static Optional<String> parsed(String header) {
        Matcher type = TYPE.matcher(header.strip());
        if (header.length() > LONGEST || !type.matches()) {
            return Optional.empty();
        }
        Matcher charset = CHARSET.matcher(type.group(2));
        boolean isUtf8 = !charset.find() || charset.group(1).equalsIgnoreCase("utf-8");
        return isUtf8 ? Optional.of(type.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
