package io.aboveboard.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is, and what is not, in the runnable jar as it is handed out. */
class JarContentsIT {
    private JarFile jar;

    @BeforeEach
    void openTheJar() throws IOException {
        jar = new JarFile(Objects.requireNonNull(System.getProperty("aboveboard.jar"), "aboveboard.jar"));
    }

    @AfterEach
    void closeTheJar() throws IOException {
        jar.close();
    }

    @Test
    void startsItsMainClassAndKeepsVersionedClasses() throws IOException {
        Attributes attributes = jar.getManifest().getMainAttributes();

        assertThat(attributes.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("io.aboveboard.bootstrap.Main");
        assertThat(jar.isMultiRelease()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"okhttp3/", "okio/", "kotlin/", "javax/inject/", "org/junit/", "org/mockito/", "org/sqlite/"})
    void leavesOut(String unwanted) {
        assertThat(entries()).noneMatch(name -> name.startsWith(unwanted));
    }

    @Test
    void carriesNoSignatureOrModuleOfAPart() {
        assertThat(entries()).noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)|(.*/)?module-info\\.class"));
    }

    @Test
    void findsTheDriverOfPostgresAmongItsServices() throws IOException {
        assertThat(text("META-INF/services/java.sql.Driver").lines()).containsExactly("org.postgresql.Driver");
    }

    @Test
    void namesTheLicenceOfEveryLibraryInIt() throws IOException {
        String licences = text("META-INF/THIRD-PARTY.txt");

        assertThat(libraries())
                .hasSizeGreaterThan(10)
                .allSatisfy(library -> assertThat(licences.lines())
                        .anyMatch(line -> line.strip().split(" ", 2)[0].equals(library)));
    }

    @Test
    void carriesTheLicencesItPointsTo() {
        assertThat(entries())
                .contains(
                        "META-INF/LICENSE",
                        "META-INF/LICENSE.txt",
                        "META-INF/EPL-2.0.txt",
                        "META-INF/NOTICE",
                        "META-INF/NOTICE.md",
                        "META-INF/FastDoubleParser-LICENSE",
                        "META-INF/FastDoubleParser-ThirdParty-LICENSE",
                        "META-INF/Schubfach-LICENSE",
                        "META-INF/licenses/com.ongres.scram/scram-client-3.2/META-INF/LICENSE");
    }

    private List<String> libraries() throws IOException {
        JsonNode components = new ObjectMapper()
                .readTree(text("META-INF/sbom/aboveboard.cdx.json"))
                .path("components");
        return StreamSupport.stream(components.spliterator(), false)
                .map(component -> component.path("group").asText() + ":"
                        + component.path("name").asText())
                .filter(library -> !library.startsWith("io.aboveboard:"))
                .toList();
    }

    private List<String> entries() {
        return jar.stream().map(JarEntry::getName).toList();
    }

    private String text(String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        assertThat(entry)
                .as("%s is in the jar (of an offline build the bill of materials is not)", name)
                .isNotNull();
        try (var in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
