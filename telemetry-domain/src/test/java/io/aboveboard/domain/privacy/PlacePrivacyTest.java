package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Home directories, and the names of the machine and its users. */
class PlacePrivacyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "/home/jdoe | [home]",
                "open '/home/j.doe-1/a b' | open '[home]/a b'",
                "/home/_svc/x | [home]/x",
                "file:///home/jdoe/x | file://[home]/x",
                "path=/home/jdoe:/bin | path=[home]:/bin",
                "/var/home/jdoe /usr/home/jdoe /export/home/jdoe | /var[home] /usr[home] /export[home]",
                "/Users/jane/x and /Volumes/d/Users/jane | [home]/x and /Volumes/d[home]",
                "C:\\Users\\jdoe\\x | [home]\\x",
                "c:\\users\\Jane Doe\\AppData | [home]\\AppData",
                "C:\\Users\\Jane van der Doe\\x | [home]\\x",
                "C:\\Users\\jane is gone | [home] is gone",
                "C:/Users/jdoe/x | [home]/x",
                "(C:\\\\Users\\\\jdoe\\\\x) | ([home]\\\\x)",
                "C:\\Documents and Settings\\jdoe\\x | [home]\\x",
                "\\\\files\\users\\jdoe | \\\\files[home]",
                "\\\\files\\home\\jdoe | \\\\files[home]",
                "/mnt/home/jdoe editor://file/home/jdoe/x | /mnt[home] editor://file[home]/x",
                "\\Users\\jdoe | [home]",
                "/mnt/c/Users/jdoe | /mnt/c[home]",
                "file:///C:/Users/jdoe | file:///[home]",
                "abC:\\Users\\jdoe | abC:[home]"
            })
    @Proves(Promise.P11)
    void replacesHomeDirectoriesUpToTheNameOfTheirOwner(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home",
                "/home/",
                "/homes/x",
                "/home/dashboard",
                "/home/Settings/x",
                "/home/42",
                "/home/{id}",
                "/home/*",
                "/home//x",
                "/users/jdoe",
                "/users/42",
                "/Users/42",
                "/Users/Shared/x",
                "/Users/Edit/5",
                "/Users/1-2/x",
                "/Users",
                "/api/home/page1",
                "src/home/x.ts",
                "./home/x",
                "/x/home/y",
                "var/home/y",
                "http://home/x1",
                "https://Users/x1",
                "App\\Users\\Controller",
                "\\Users",
                "C:\\Windows\\Users1\\x",
                "C:\\Program Files\\x",
                "/HOME/jdoe",
                "C:\\Users\\Public\\x",
                "/home/$USER/x",
                "/home/:user"
            })
    void letsRoutesAndOtherFoldersPass(String text) {
        assertThat(Sample.filter(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brunnhild | [host]",
                "BRUNNHILD.kessler-tax.example:80 | [host]:80",
                "brunnhild.other.example | [host].other.example",
                "on brunnhild, for jkowalski. | on [host], for [user].",
                "/srv/jkowalski/x | /srv/[user]/x",
                "jkowalski_backup.zip | [user]_backup.zip",
                "JKowalski's | [user]'s",
                "maria.huber | [user]",
                "huber maria | huber maria",
                "brunnhilde abrunnhild brunnhil xjkowalski | brunnhilde abrunnhild brunnhil xjkowalski",
                "maria.hubert | maria.hubert"
            })
    @Proves(Promise.P11)
    void replacesTheNamesOfTheMachineAndItsUsers(String text, String expected) {
        assertThat(Sample.filter(text)).isEqualTo(expected);
    }
}
