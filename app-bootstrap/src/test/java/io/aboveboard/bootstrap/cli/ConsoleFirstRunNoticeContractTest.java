package io.aboveboard.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.testkit.contract.FirstRunNoticeContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

class ConsoleFirstRunNoticeContractTest implements FirstRunNoticeContract {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console = new Console(new PrintWriter(out), new PrintWriter(err));

    @Override
    public FirstRunNotice firstRunNotice() {
        return new ConsoleFirstRunNotice(console);
    }

    @Override
    public List<String> shown() {
        assertThat(out.toString()).isEmpty();
        return err.toString().lines().toList();
    }
}
