package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.Salt;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P11)
class PseudonymTest {
    @Test
    void isTheHmacOfRfc4231() {
        // test case 2
        assertThat(Pseudonym.of(UserId.of("what do ya want for nothing?"), new Salt("Jefe")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 63, 64, 65, 131, 1_000})
    void isTheHmacOfTheJdkWhateverTheLengthOfTheSalt(int length) throws Exception {
        String salt = "s".repeat(length);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String user = "jürgen@example.org";
        assertThat(Pseudonym.of(UserId.of(user), new Salt(salt)))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(user.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void differsByUserAndByInstallation() {
        Salt salt = Salt.random();
        assertThat(Pseudonym.of(UserId.of("a"), salt))
                .isEqualTo(Pseudonym.of(UserId.of("a"), salt))
                .isNotEqualTo(Pseudonym.of(UserId.of("b"), salt))
                .isNotEqualTo(Pseudonym.of(UserId.of("a"), Salt.random()));
    }
}
