// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls that simulated servers answer: names, guards, methods, and who knows them. The one place for this. */
enum ServerCall {
    VERSION("version", Guard.NONE, Methods.ALL, Known.EVERYWHERE),
    CREATE("create", Guard.CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    JOIN("join", Guard.CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    IS_MEETING_RUNNING("isMeetingRunning", Guard.CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    END("end", Guard.CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    GET_MEETINGS("getMeetings", Guard.CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    GET_MEETING_INFO("getMeetingInfo", Guard.CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    GET_SESSIONS("getSessions", Guard.CHECKSUM, Methods.ALL, Known.BY_BBB),
    INSERT_DOCUMENT("insertDocument", Guard.CHECKSUM, Methods.POST, Known.EVERYWHERE),
    SEND_CHAT_MESSAGE("sendChatMessage", Guard.CHECKSUM, Methods.GET, Known.BY_BBB_3),
    GET_RECORDINGS("getRecordings", Guard.RECORDING_CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    PUBLISH_RECORDINGS("publishRecordings", Guard.RECORDING_CHECKSUM, Methods.GET, Known.EVERYWHERE),
    DELETE_RECORDINGS("deleteRecordings", Guard.RECORDING_CHECKSUM, Methods.GET, Known.EVERYWHERE),
    UPDATE_RECORDINGS("updateRecordings", Guard.RECORDING_CHECKSUM, Methods.ALL, Known.EVERYWHERE),
    GET_RECORDING_TEXT_TRACKS("getRecordingTextTracks", Guard.RECORDING_CHECKSUM, Methods.ALL, Known.BY_BBB),
    PUT_RECORDING_TEXT_TRACK("putRecordingTextTrack", Guard.RECORDING_CHECKSUM, Methods.POST, Known.BY_BBB),
    GET_JOIN_URL("getJoinUrl", Guard.NONE, Methods.ALL, Known.BY_BBB_3),
    LEARNING_DASHBOARD("learningDashboard", Guard.NONE, Methods.ALL, Known.BY_BBB),
    HOOKS_CREATE("hooks/create", Guard.HOOK_CHECKSUM, Methods.GET, Known.BY_BBB),
    HOOKS_LIST("hooks/list", Guard.HOOK_CHECKSUM, Methods.GET, Known.BY_BBB),
    HOOKS_DESTROY("hooks/destroy", Guard.HOOK_CHECKSUM, Methods.GET, Known.BY_BBB),
    HOOKS_PING("hooks/ping", Guard.NONE, Methods.GET, Known.BY_BBB);

    private static final Map<String, ServerCall> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(
                    ServerCall::wireName, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    private final String wireName;
    private final Guard guard;
    private final Methods methods;
    private final Known known;

    /** What a request must show. */
    enum Guard {
        NONE,
        CHECKSUM,
        RECORDING_CHECKSUM,
        HOOK_CHECKSUM
    }

    private enum Methods {
        ALL,
        GET,
        POST
    }

    private enum Known {
        EVERYWHERE,
        BY_BBB,
        BY_BBB_3
    }

    ServerCall(String wireName, Guard guard, Methods methods, Known known) {
        this.wireName = wireName;
        this.guard = guard;
        this.methods = methods;
        this.known = known;
    }

    String wireName() {
        return wireName;
    }

    Guard guard() {
        return guard;
    }

    boolean isHook() {
        return wireName.startsWith("hooks/");
    }

    boolean knownTo(SimulatorProfile profile) {
        return switch (known) {
            case EVERYWHERE -> true;
            case BY_BBB -> profile != SimulatorProfile.SCALELITE;
            case BY_BBB_3 -> profile == SimulatorProfile.BBB_3_0;
        };
    }

    /** Since 3.0 the method counts for all but the oldest of the calls that take one. */
    boolean takes(String method, SimulatorProfile profile) {
        boolean post = method.equals("POST");
        boolean lately = profile == SimulatorProfile.BBB_3_0;
        return switch (this) {
            case JOIN -> !post || !lately;
            case INSERT_DOCUMENT -> post || profile == SimulatorProfile.BBB_2_5;
            case HOOKS_CREATE, HOOKS_LIST, HOOKS_DESTROY, HOOKS_PING -> method.equals("GET") || method.equals("HEAD");
            default -> methods == Methods.ALL || post == (methods == Methods.POST);
        };
    }

    static @Nullable ServerCall named(String wireName) {
        return BY_NAME.get(wireName);
    }

    static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }
}
