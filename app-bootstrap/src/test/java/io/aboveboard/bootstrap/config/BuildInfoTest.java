package io.aboveboard.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildInfoTest {
    @Test
    void readsWhatTheBuildWrote() {
        BuildInfo build = BuildInfo.ofThisJar();

        assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(build.endpoint() + build.token()).doesNotContain("$");
    }

    @Test
    void showsNoToken() {
        assertThat(new BuildInfo("1", "https://built.example", "1:canary"))
                .hasToString("BuildInfo[version=1, endpoint=https://built.example, token=***]");
    }
}
