package io.aboveboard.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.Aboveboard;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the domain says of itself to whoever embeds it as a module. */
class DomainModuleTest {
    private static ModuleDescriptor domain;

    @BeforeAll
    static void findTheModule() throws Exception {
        Path place = Path.of(Aboveboard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        domain = ModuleFinder.of(place)
                .find("io.aboveboard.domain")
                .orElseThrow()
                .descriptor();
    }

    @Test
    void requiresNothingButJavaBase() {
        assertThat(domain.requires()).extracting(Requires::name).containsExactly("java.base");
    }

    @Test
    void exportsEverythingButItsEngine() {
        assertThat(domain.isOpen()).isFalse();
        assertThat(domain.opens()).isEmpty();
        assertThat(domain.packages())
                .filteredOn(name -> domain.exports().stream()
                        .noneMatch(export -> export.source().equals(name)))
                .containsExactly("io.aboveboard.domain.engine");
    }
}
