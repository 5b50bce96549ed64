// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.ChecksumAlgorithm;
import org.jspecify.annotations.Nullable;

/** What one server consists of: what it knows, what it is set to, and where it is. */
final class ServerParts {
    static final String BASE = "/bigbluebutton";

    private final SimulatorProfile profile;
    private final String prefix;
    private final String secretText;
    private final Ids ids;
    private final MeetingStore meetings;
    private final RecordingStore recordings;
    private final HookStore hooks;
    private final SimulatedCallbacks callbacks;
    private volatile SimulatedPaging paging;
    private volatile @Nullable ServerParts node;
    private volatile @Nullable Listener listener;

    ServerParts(int index, String prefix, BbbSimulator.Builder settings) {
        this.profile = settings.profileOf(index);
        this.prefix = prefix;
        this.ids = new Ids(settings.seed + index);
        this.secretText = settings.secret == null ? "simulated-" + ids.alphanumeric(40) : settings.secret;
        boolean old = profile == SimulatorProfile.BBB_2_5;
        this.hooks = new HookStore(old, ids);
        this.callbacks = new SimulatedCallbacks(
                hooks, secretText, old ? CallbackSigning.WEBHOOKS_2 : CallbackSigning.WEBHOOKS_3_4);
        Announcer announcer = new Announcer(callbacks, settings.clock::millis, secretText);
        this.meetings = new MeetingStore(settings.clock, announcer);
        this.recordings = new RecordingStore(announcer);
        this.paging = old ? SimulatedPaging.IGNORED : SimulatedPaging.TOTAL_ELEMENTS;
    }

    SimulatorProfile profile() {
        return profile;
    }

    String secretText() {
        return secretText;
    }

    Ids ids() {
        return ids;
    }

    MeetingStore meetings() {
        return meetings;
    }

    RecordingStore recordings() {
        return recordings;
    }

    HookStore hooks() {
        return hooks;
    }

    SimulatedCallbacks callbacks() {
        return callbacks;
    }

    SimulatedPaging paging() {
        return paging;
    }

    void paging(SimulatedPaging value) {
        paging = value;
    }

    /** Returns the server behind a balancer, if there is one. */
    @Nullable
    ServerParts node() {
        return node;
    }

    void node(ServerParts behind) {
        node = behind;
    }

    @Nullable
    Listener listener() {
        return listener;
    }

    void listenOn(Listener itsListener) {
        listener = itsListener;
    }

    /** Returns scheme, host, port and the server's own part of the path. */
    String root() {
        Listener itsListener = listener;
        if (itsListener == null) {
            throw new IllegalStateException("the simulator must be started before it has addresses");
        }
        return itsListener.origin() + prefix;
    }

    /** Makes the signed URL of a join from its raw query. */
    String joinUrl(String rawQuery) {
        String checksum = Digests.hex(ChecksumAlgorithm.SHA256, "join" + rawQuery + secretText);
        return root() + BASE + "/api/join?" + rawQuery + "&checksum=" + checksum;
    }
}
