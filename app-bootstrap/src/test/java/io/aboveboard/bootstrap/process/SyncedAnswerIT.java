package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.machine.Mount;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was answered with a success is on the disk, and what could not be put there is not answered so. */
@Tag("thorough")
@Proves({Promise.P8, Promise.P9})
@Fault("H7")
class SyncedAnswerIT extends ReportingService {
    private static final int EVENTS = 20;
    private static final int BEFORE_A_YES = 99;
    private static final int KILOBYTES = 4096;

    /** Far more than find room in what the spool has taken of the disk before. */
    private static final int MOST = 2_000;

    private static final String NOTE = "as usual ".repeat(100);

    @Test
    @Fault({"H7", "H9"})
    void keepsThroughAKillWhatWasAnsweredAndNothingOfBeforeAYes() throws Exception {
        receiver.answerAlways(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));
        try (RunningJar run = RunningJar.start(settings)) {
            assertThat(accepted(post(run, BEFORE_A_YES))).isZero();
            assertThat(Contents.mentioning("order.placed", folder)).isEmpty();
            run.grant();
            for (int number = 0; number < EVENTS; number++) {
                assertThat(accepted(post(run, number))).isEqualTo(1);
            }
            run.process().kill();
        }
        receiver.answerAlways(OtlpAnswer.accepted());

        try (RunningJar again = RunningJar.start(settings)) {
            assertThat(accepted(post(again, EVENTS))).isEqualTo(1);
            assertThat(accepted(post(again, 0)))
                    .as("known again after the kill")
                    .isEqualTo(1);
            assertThat(Contents.mentioning("order.placed", folder)).isNotEmpty();
            awaitDelivered(again, EVENTS + 1);
        }
        assertThat(numbers().distinct().sorted()).containsExactlyElementsOf(upTo(EVENTS + 1));
    }

    @Test
    @Fault({"D7", "H7"})
    void answersThatItCannotStoreOnAFullDisk() throws Exception {
        try (Mount disk = Mount.memory(folder, KILOBYTES);
                RunningJar run = RunningJar.start(settings)) {
            run.grant();
            awaitDelivered(run, 0);
            assertThat(disk).isNotNull();
            Path ballast = Contents.fill(folder.resolve("ballast"), KILOBYTES);

            int stored = 0;
            HttpResponse<String> answer = post(run, 0);
            while (answer.statusCode() == 200 && stored < MOST) {
                answer = post(run, ++stored);
            }
            Files.delete(ballast);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("storage_failed");
            assertThat(eventuallyAccepted(run, stored)).isTrue();
            awaitDelivered(run, stored + 1);
            assertThat(numbers().sorted()).containsExactlyElementsOf(upTo(stored + 1));
        }
    }

    @Test
    @Fault({"D8", "H7"})
    void answersThatItCannotStoreWhereTheDiskDoesNotSync() throws Exception {
        Tracing.requireIt();
        try (RunningJar run = RunningJar.start(settings)) {
            run.grant();
            awaitDelivered(run, 0);

            HttpResponse<String> refused;
            try (Tracing failing = Tracing.failSyncsOf(run.process().pid())) {
                assertThat(failing).isNotNull();
                refused = post(run, 1);
            }

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(eventuallyAccepted(run, 1)).isTrue();
            awaitDelivered(run, 1);
        }
        assertThat(numbers()).containsExactly(1);
    }

    private static HttpResponse<String> post(RunningJar run, int number) throws Exception {
        return run.post(
                "/v1/events",
                "{\"events\":[{\"id\":\"order-" + number + "\",\"name\":\"order.placed\",\"properties\":{\"number\":"
                        + number + ",\"note\":\"" + NOTE + "\"}}]}");
    }

    private static int accepted(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).path("accepted").asInt();
    }

    /** The spool looks again after a second whether there is room. */
    private static boolean eventuallyAccepted(RunningJar run, int number) throws Exception {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (post(run, number).statusCode() == 200) {
                return true;
            }
        }
        return false;
    }

    private void awaitDelivered(RunningJar run, int events) throws Exception {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (numbers().distinct().count() < events || pending(run) > 0) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
        }
    }

    private static long pending(RunningJar run) throws Exception {
        JsonNode status = new ObjectMapper().readTree(run.get("/v1/status").body());
        return status.path("counts").path("pending").asLong()
                + (status.path("first_seen_sent_at").isNull() ? 1 : 0);
    }

    private Stream<Integer> numbers() {
        return receiver.records().stream()
                .filter(record -> record.eventName().equals("order.placed"))
                .map(SyncedAnswerIT::number);
    }

    private static int number(ReceivedRecord record) {
        return Integer.parseInt(String.valueOf(record.attributes().get("number")));
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }
}
