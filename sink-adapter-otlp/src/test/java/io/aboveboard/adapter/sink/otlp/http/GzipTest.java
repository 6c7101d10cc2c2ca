package io.aboveboard.adapter.sink.otlp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
    private static final long SEED = 1_952;

    @ParameterizedTest
    @ValueSource(ints = {Deflater.BEST_SPEED, 6, Deflater.BEST_COMPRESSION, Deflater.NO_COMPRESSION})
    void compressesOneMessageAfterAnotherSoThatTheJdkExpandsThem(int level) throws Exception {
        Gzip gzip = new Gzip(level);
        Random random = new Random(SEED);
        for (int size : new int[] {0, 1, 100, 20_000, 2_000_000, 5, 300_000}) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            assertThat(Gzip.expand(gzip.compress(noise), size + 1)).isEqualTo(noise);
            assertThat(Gzip.expand(gzip.compress(new byte[size]), size + 1)).isEqualTo(new byte[size]);
        }
    }
}
