// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.answer.Contexts.MEETING_INFO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.model.Meeting;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgottenNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"</response>", "</response><second/>"})
    void namesChosenByUsersAreForgottenWithTheirAnswer(String end) {
        List<WeakReference<String>> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            names.add(nameOf(Splits.whole(MEETING_INFO, document(i, end)).value()));
        }

        for (int i = 0; i < 100 && names.stream().anyMatch(name -> name.get() != null); i++) {
            System.gc();
        }

        assertThat(names).allMatch(name -> name.get() == null);
    }

    private static WeakReference<String> nameOf(Meeting meeting) {
        return new WeakReference<>(meeting.metadata().keySet().iterator().next());
    }

    /** The names are nobody else's: locales of the JDK have a k1, which the virtual machine then keeps for both. */
    private static byte[] document(int number, String end) {
        return ("<response><returncode>SUCCESS</returncode><meetingID>m</meetingID><metadata><of-a-user-" + number
                        + " a" + number + "='v'/></metadata><u" + number + "/>" + end)
                .getBytes(UTF_8);
    }
}
