package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.testkit.fake.RecordingFirstRunNotice;
import io.aboveboard.testkit.marks.AgainstDouble;
import java.util.List;

@AgainstDouble
class RecordingFirstRunNoticeContractTest implements FirstRunNoticeContract {
    private final RecordingFirstRunNotice notice = new RecordingFirstRunNotice();

    @Override
    public FirstRunNotice firstRunNotice() {
        return notice;
    }

    @Override
    public List<String> shown() {
        return notice.notices().stream().flatMap(each -> each.lines().stream()).toList();
    }
}
