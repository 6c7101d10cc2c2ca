package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineNamesTest {
    private static boolean isKnown(MachineNames names, String name) {
        return !PrivacyFilter.of(names).isClean(name);
    }

    @Test
    void knowAHostByItsWholeNameByTheFirstPartAndWithUnderscores() {
        MachineNames names = MachineNames.of(List.of(" Web-01.Corp.Example "), List.of());
        assertThat(List.of("web-01.corp.example", "web-01", "WEB-01", "web_01.corp.example"))
                .allMatch(name -> isKnown(names, name));
        assertThat(List.of("corp.example", "web", "web-011", "01")).noneMatch(name -> isKnown(names, name));
    }

    @Test
    void knowTheLongestOfSeveralNamesFirst() {
        MachineNames names = MachineNames.of(List.of("alma"), List.of("anna.lena", "anna"));
        assertThat(PrivacyFilter.of(names).filter("anna.lena anna alma", KeyHint.NONE, 100, kind -> {}))
                .isEqualTo("[user] [user] [host]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pi",
                "bob",
                "root",
                "Admin",
                "localhost",
                "localhost.localdomain",
                "www-data",
                "ubuntu",
                "12345",
                "_apt",
                "-dash",
                "container"
            })
    void doNotKnowOrdinaryWords(String name) {
        MachineNames names = MachineNames.of(List.of(name), List.of(name));
        assertThat(isKnown(names, name)).isFalse();
    }

    @Test
    void doNotKnowWhatIsTooLongForAName() {
        assertThat(isKnown(MachineNames.of(List.of(), List.of("x".repeat(255))), "x".repeat(255)))
                .isTrue();
        assertThat(isKnown(MachineNames.of(List.of(), List.of("x".repeat(256))), "x".repeat(256)))
                .isFalse();
    }

    @Test
    void forgetWhatIsNoSecret() {
        MachineNames names = MachineNames.of(List.of("timetracker", "alma"), List.of("timetracker", "anna"));
        assertThat(isKnown(names, "timetracker")).isTrue();
        MachineNames fewer = names.without("TimeTracker");
        assertThat(isKnown(fewer, "timetracker")).isFalse();
        assertThat(List.of("alma", "anna")).allMatch(name -> isKnown(fewer, name));
    }

    @Test
    @Proves(Promise.P11)
    void areNeverShown() {
        assertThat(Sample.NAMES).hasToString("MachineNames[***]");
        assertThat(new Privacy(Sample.NAMES, OwnCode.none()).toString()).doesNotContain("brunnhild", "jkowalski");
    }

    @Test
    void areNoneWhereNothingIsKnown() {
        assertThat(isKnown(MachineNames.none(), "brunnhild")).isFalse();
        assertThat(Privacy.unaware().names()).isSameAs(MachineNames.none());
    }

    @Test
    void knowNamesInOtherScripts() {
        MachineNames names = MachineNames.of(List.of("über-rechner"), List.of("ёлкина"));
        assertThat(List.of("ÜBER-RECHNER", "Ёлкина", "ЁЛКИНА")).allMatch(name -> isKnown(names, name));
    }
}
