// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;

/** The checks before every call: content type and checksum, as the profile has them. */
final class CallGate {
    private static final Set<Integer> HEX_LENGTHS = Set.of(40, 64, 96, 128);

    private final SimulatorProfile profile;
    private final ChecksumCheck api;
    private final ChecksumCheck hooks;

    CallGate(SimulatorProfile profile, SharedSecret secret, Set<ChecksumAlgorithm> algorithms) {
        this.profile = profile;
        boolean old = profile == SimulatorProfile.BBB_2_5;
        this.api = new ChecksumCheck(secret, ofApi(profile, algorithms), old);
        this.hooks = new ChecksumCheck(secret, old ? EnumSet.of(ChecksumAlgorithm.SHA1) : algorithms, true);
    }

    private static Set<ChecksumAlgorithm> ofApi(SimulatorProfile profile, Set<ChecksumAlgorithm> algorithms) {
        Set<ChecksumAlgorithm> taken = EnumSet.copyOf(algorithms);
        if (profile == SimulatorProfile.SCALELITE) {
            taken.remove(ChecksumAlgorithm.SHA384);
        }
        return taken;
    }

    /** Refuses what the call must not see. */
    void check(ServerCall call, CallInput input) {
        if (profile == SimulatorProfile.BBB_3_0 && !call.isHook()) {
            ContentType.check(input.request());
        }
        switch (call.guard()) {
            case NONE -> {}
            case CHECKSUM -> checkApi(call, input);
            case RECORDING_CHECKSUM ->
                require(passes(api, call, input), "You did not pass the checksum security check");
            case HOOK_CHECKSUM -> checkHook(call, input);
        }
    }

    private void checkApi(ServerCall call, CallInput input) {
        boolean missing = input.text("checksum").isEmpty();
        boolean scalelite = profile == SimulatorProfile.SCALELITE;
        String mismatch = scalelite ? "You did not pass the checksum security check" : "Checksums do not match";
        require(passes(api, call, input), missing && !scalelite ? "You must provide the checksum" : mismatch);
    }

    /** The webhooks break down on a checksum that no algorithm makes. */
    private void checkHook(ServerCall call, CallInput input) {
        int length = input.text("checksum").length();
        if (profile == SimulatorProfile.BBB_3_0 && length > 0 && !HEX_LENGTHS.contains(length)) {
            throw new Crash("a checksum of odd length");
        }
        require(passes(hooks, call, input), "You did not pass the checksum security check.");
    }

    private boolean passes(ChecksumCheck check, ServerCall call, CallInput input) {
        String checksum = input.request().parameters().getOrDefault("checksum", "");
        return !checksum.isEmpty() && check.passes(call.wireName(), signed(call, input), checksum);
    }

    /** BBB 2.5 makes a query up, from all parameters, where there is none; its recording calls do not. */
    private String signed(ServerCall call, CallInput input) {
        String query = input.request().rawQuery();
        boolean rebuilt =
                profile == SimulatorProfile.BBB_2_5 && query.isEmpty() && call.guard() == ServerCall.Guard.CHECKSUM;
        return rebuilt ? sorted(input) : query;
    }

    private static String sorted(CallInput input) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(input.request().parameters()).forEach((name, value) -> {
            if (!name.equals("checksum")) {
                text.append(text.isEmpty() ? "" : "&").append(name).append('=');
                text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return text.toString();
    }

    private static void require(boolean passes, String text) {
        if (!passes) {
            throw Refused.badChecksum(text);
        }
    }
}
