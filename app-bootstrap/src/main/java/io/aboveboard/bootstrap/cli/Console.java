package io.aboveboard.bootstrap.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.view.SafeText;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Where a command writes: results to one side, everything else to the other.
 *
 * @param out for results
 * @param err for everything else
 */
record Console(PrintWriter out, PrintWriter err) {
    /** The standard streams of this process. */
    static Console ofThisProcess() {
        return new Console(writer(System.out, "stdout.encoding"), writer(System.err, "stderr.encoding"));
    }

    /** In the encoding of the terminal where the JVM tells it, else of the system. */
    private static PrintWriter writer(PrintStream stream, String encoding) {
        String charset = System.getProperty(encoding, System.getProperty("native.encoding", "UTF-8"));
        return new PrintWriter(new OutputStreamWriter(stream, Charset.forName(charset)), true);
    }

    void say(String line) {
        out.println(SafeText.of(line));
        out.flush();
    }

    void print(String lines) {
        out.print(lines);
        out.flush();
    }

    void print(JsonNode document) {
        out.print(Json.text(document) + "\n");
        out.flush();
    }

    void complain(String line) {
        err.println("aboveboard: " + SafeText.of(line));
        err.flush();
    }
}
