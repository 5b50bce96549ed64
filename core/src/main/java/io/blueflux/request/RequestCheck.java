// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.BbbVersion;
import io.blueflux.parameter.Parameter;
import io.blueflux.profile.ServerProfile;
import io.blueflux.profile.Support;
import io.blueflux.request.RequestNote.Kind;
import io.blueflux.value.WireText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a request with the table of parameters and with what is known of a server. */
final class RequestCheck {
    private final ApiRequest request;
    private final ServerProfile profile;
    private final List<RequestNote> notes = new ArrayList<>();

    private RequestCheck(ApiRequest request, ServerProfile profile) {
        this.request = request;
        this.profile = profile;
    }

    static List<RequestNote> notes(ApiRequest request, ServerProfile profile) {
        RequestCheck check = new RequestCheck(request, profile);
        check.since(request.call().since(), "", "the call " + request.call());
        check.missing();
        request.parameters().forEach(check::parameter);
        return List.copyOf(check.notes);
    }

    private void parameter(String name, String value) {
        Parameter row = Parameter.find(request.call(), name);
        String shown = WireText.shown(name);
        if (row == null) {
            note(Kind.UNKNOWN, name, null, shown + " is no parameter of " + request.call() + " that is known");
            return;
        }
        rule(row, name, value);
        since(row.since(), name, shown);
        until(row, name, shown);
        if ((row == Parameter.OFFSET || row == Parameter.LIMIT) && profile.paging() == Support.NO) {
            note(Kind.IGNORED, name, null, shown + " is ignored by this server, which answers with all recordings");
        }
    }

    private void rule(Parameter row, String name, String value) {
        String fault = row.fault(name, value);
        if (fault != null) {
            note(Kind.BREAKS_RULE, name, null, fault);
        }
    }

    private void missing() {
        for (Parameter row : Parameter.values()) {
            boolean missing = row.requiredBy().contains(request.call())
                    && request.parameters().get(row.wireName()) == null;
            if (missing) {
                note(Kind.MISSING, row.wireName(), null, row.wireName() + " is required by " + request.call());
            }
        }
    }

    private void since(@Nullable String version, String name, String shown) {
        BbbVersion since = BbbVersion.parse(version);
        BbbVersion oldest = profile.oldest();
        if (since == null || oldest == null || oldest.isAtLeast(since)) {
            return;
        }
        String came = shown + " came with BBB " + since + ", the server is ";
        if (profile.version() == null) {
            note(Kind.PERHAPS_NOT_YET, name, since, came + "only known to be " + oldest + " or later");
        } else {
            note(Kind.NOT_YET, name, since, came + oldest);
        }
    }

    /** Of a server whose release is not known exactly, what holds for the newest is said. */
    private void until(Parameter row, String name, String shown) {
        BbbVersion gone = BbbVersion.parse(row.gone());
        BbbVersion deprecated = BbbVersion.parse(row.deprecated());
        if (concerns(gone)) {
            note(Kind.GONE, name, gone, shown + " is gone since BBB " + gone);
        } else if (concerns(deprecated)) {
            note(Kind.DEPRECATED, name, deprecated, shown + " is deprecated since BBB " + deprecated);
        }
    }

    private boolean concerns(@Nullable BbbVersion change) {
        BbbVersion exactly = profile.version();
        return change != null && (exactly == null || exactly.isAtLeast(change));
    }

    private void note(Kind kind, String parameter, @Nullable BbbVersion version, String text) {
        notes.add(new RequestNote(kind, parameter, version, text));
    }
}
