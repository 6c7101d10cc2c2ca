package io.aboveboard.domain.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.privacy.KeyHint;
import io.aboveboard.domain.privacy.MachineNames;
import io.aboveboard.domain.privacy.PrivacyFilter;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmMachineNamesTest {
    private static String filtered(MachineNames names, String text) {
        return PrivacyFilter.of(names).filter(text, KeyHint.NONE, 1_000, kind -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOSTNAME", "COMPUTERNAME"})
    @Proves(Promise.P11)
    void readsTheHostNameFromTheEnvironment(String variable) {
        MachineNames names = JvmMachineNames.of(Map.of(variable, "Alma.example"), Map.of());
        assertThat(filtered(names, "alma")).isEqualTo("[host]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGNAME", "USERNAME", "SUDO_USER"})
    @Proves(Promise.P11)
    void readsTheUserNameFromTheEnvironment(String variable) {
        MachineNames names = JvmMachineNames.of(Map.of(variable, "Anna"), Map.of());
        assertThat(filtered(names, "anna")).isEqualTo("[user]");
    }

    @Test
    @Proves(Promise.P11)
    void readsTheUserNameFromTheJvm() {
        MachineNames names = JvmMachineNames.of(Map.of(), Map.of("user.name", "anna"));
        assertThat(filtered(names, "anna")).isEqualTo("[user]");
    }

    @Test
    @Proves(Promise.P11)
    void readsTheUserNameFromTheNameOfTheHomeDirectory() {
        MachineNames names = JvmMachineNames.of(
                Map.of("HOME", "/home/anna", "USERPROFILE", "C:\\Users\\Berta"),
                Map.of("user.home", "/var/home/clara"));
        assertThat(filtered(names, "anna berta clara users")).isEqualTo("[user] [user] [user] users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/reports", "reports", "/reports", "/home/x/reports", "/", "", "C:\\reports"})
    void takesNoOtherFolderForAUser(String home) {
        assertThat(filtered(JvmMachineNames.of(Map.of("HOME", home), Map.of()), "reports home"))
                .isEqualTo("reports home");
    }

    @Test
    void knowsNoNamesWhereNothingTellsThem() {
        MachineNames names = JvmMachineNames.of(Map.of("HOSTNAME", "", "PATH", "anna"), Map.of("user.name", 7));
        assertThat(filtered(names, "anna 7")).isEqualTo("anna 7");
    }

    @Test
    void readsThisProcess() {
        assertThat(JvmMachineNames.ofThisProcess()).hasToString("MachineNames[***]");
    }
}
