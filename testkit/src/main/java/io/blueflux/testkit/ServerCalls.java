// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a server's calls, behind the checks that come before each. */
final class ServerCalls {
    private static final Logger log = LoggerFactory.getLogger(ServerCalls.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final ServerParts parts;
    private final SimulatorProfile profile;
    private final CallGate gate;
    private final JoinCall join;
    private final MeetingCalls meetings;
    private final MessageCalls messages;
    private final RecordingCalls recordings;
    private final ScaleliteRecordings scaleliteRecordings;
    private final TextTrackCalls textTracks;
    private final SessionCalls sessions;
    private final HookCalls hooks;

    ServerCalls(ServerParts parts, CallGate gate) {
        this.parts = parts;
        this.profile = parts.profile();
        this.gate = gate;
        boolean old = profile == SimulatorProfile.BBB_2_5;
        SessionStore sessionStore = new SessionStore();
        this.join = new JoinCall(parts.meetings(), parts.ids(), parts::root, sessionStore, old);
        this.meetings = new MeetingCalls(parts.meetings(), parts.ids(), profile);
        this.messages = new MessageCalls(parts.meetings(), profile);
        this.recordings = new RecordingCalls(parts.recordings(), parts::paging);
        this.scaleliteRecordings = new ScaleliteRecordings(parts.recordings());
        this.textTracks = new TextTrackCalls(parts.recordings(), parts.ids(), parts::root);
        this.sessions = new SessionCalls(sessionStore, parts.meetings(), parts::joinUrl);
        this.hooks = new HookCalls(parts.hooks());
    }

    Answer answer(RecordedRequest request, byte[] body) {
        if (profile == SimulatorProfile.SCALELITE) {
            return Scalelite.dressed(checked(CallInput.of(request, body)));
        }
        if (HookCalls.isOne(request)) {
            return HookCalls.dressed(checked(CallInput.of(request, body)));
        }
        if (request.method().equals("TRACE")) {
            return Pages.traced(request.headers());
        }
        RecordedRequest named = Route.named(request, profile);
        return Accept.applied(named, checked(CallInput.of(named, body))).varying();
    }

    private Answer checked(CallInput input) {
        RecordedRequest request = input.request();
        try {
            return dispatch(ServerCall.named(request.call()), input);
        } catch (Refused refused) {
            return failed(request, refused);
        } catch (Crash crash) {
            log.debug("{}: {}", request.call(), crash.getMessage());
            return broken(request);
        } catch (RuntimeException e) {
            log.warn("{} failed inside the simulator", request.call(), e);
            return broken(request);
        }
    }

    private Answer failed(RecordedRequest request, Refused refused) {
        if (profile == SimulatorProfile.SCALELITE) {
            return Envelopes.failed(refused.key(), refused.text());
        }
        return HookCalls.isOne(request) ? HookCalls.failed(refused) : Accept.failed(request, refused);
    }

    private Answer broken(RecordedRequest request) {
        if (profile == SimulatorProfile.SCALELITE) {
            return failed(request, Scalelite.internalError());
        }
        return HookCalls.isOne(request) ? Pages.express(500, "Internal Server Error") : Pages.container(500);
    }

    private Answer dispatch(@Nullable ServerCall call, CallInput input) {
        RecordedRequest request = input.request();
        if (call == null || !call.knownTo(profile)) {
            return unknown(request);
        }
        if (!METHODS.contains(request.method()) && !call.isHook() && !Route.byAnyMethod(call, profile)) {
            return version();
        }
        if (!call.takes(request.method(), profile)) {
            return call.isHook() || profile == SimulatorProfile.SCALELITE ? unknown(request) : Pages.container(500);
        }
        try {
            gate.check(call, input);
        } catch (Refused refused) {
            return call == ServerCall.JOIN ? refusedJoin(input, refused) : refused(refused);
        }
        boolean signed = call.guard() != ServerCall.Guard.NONE && !call.isHook();
        if (signed && profile != SimulatorProfile.SCALELITE && input.repeats()) {
            throw new Crash("a parameter given twice");
        }
        if (profile == SimulatorProfile.SCALELITE) {
            Scalelite.checkMeetingId(call, input);
            return call.guard() == ServerCall.Guard.RECORDING_CHECKSUM
                    ? Scalelite.printed(call(call, input))
                    : call(call, input);
        }
        return call(call, input);
    }

    private static Answer refused(Refused refused) {
        throw refused;
    }

    private Answer refusedJoin(CallInput input, Refused refused) {
        return profile == SimulatorProfile.SCALELITE ? refused(refused) : join.errorRedirect(input, refused);
    }

    private Answer unknown(RecordedRequest request) {
        if (profile == SimulatorProfile.SCALELITE) {
            throw Scalelite.unsupported();
        }
        if (HookCalls.isOne(request)) {
            return Pages.express(404, "Cannot " + request.method() + " " + request.path());
        }
        return Pages.notFound(
                request.path(), Accept.of(request), parts.meetings().now());
    }

    private Answer call(ServerCall call, CallInput input) {
        return switch (call) {
            case VERSION -> version();
            case CREATE -> meetings.create(input);
            case JOIN -> join(input);
            case IS_MEETING_RUNNING -> meetings.isMeetingRunning(input);
            case END -> meetings.end(input);
            case GET_MEETINGS -> meetings.getMeetings();
            case GET_MEETING_INFO -> meetings.getMeetingInfo(input);
            case GET_SESSIONS -> messages.getSessions();
            case INSERT_DOCUMENT -> messages.insertDocument(input);
            case SEND_CHAT_MESSAGE -> messages.sendChatMessage(input);
            case GET_RECORDINGS -> getRecordings(input);
            case PUBLISH_RECORDINGS -> recordings.publishRecordings(input);
            case DELETE_RECORDINGS -> recordings.deleteRecordings(input);
            case UPDATE_RECORDINGS -> recordings.updateRecordings(input, profile == SimulatorProfile.SCALELITE);
            case GET_RECORDING_TEXT_TRACKS -> textTracks.get(input);
            case PUT_RECORDING_TEXT_TRACK -> textTracks.put(input);
            case GET_JOIN_URL -> sessions.getJoinUrl(input);
            case LEARNING_DASHBOARD -> sessions.learningDashboard(input);
            case HOOKS_CREATE -> hooks.create(input);
            case HOOKS_LIST -> hooks.list(input);
            case HOOKS_DESTROY -> hooks.destroy(input);
            case HOOKS_PING -> hooks.ping();
        };
    }

    private Answer join(CallInput input) {
        return profile == SimulatorProfile.SCALELITE
                ? Scalelite.join(input, parts.meetings(), parts.node())
                : join.join(input);
    }

    private Answer getRecordings(CallInput input) {
        return profile == SimulatorProfile.SCALELITE
                ? scaleliteRecordings.getRecordings(input)
                : recordings.getRecordings(input);
    }

    private Answer version() {
        return switch (profile) {
            case BBB_2_5 -> Envelopes.success(ServerCalls::writeVersions);
            case BBB_3_0 ->
                Envelopes.success(xml -> {
                    writeVersions(xml);
                    String root = parts.root();
                    xml.element("graphqlWebsocketUrl", root.replaceFirst("^http", "ws") + "/graphql")
                            .element("graphqlApiUrl", root + "/api/rest")
                            .element("html5PluginSdkVersion", "0.0.80");
                });
            case SCALELITE -> Scalelite.version();
        };
    }

    private static void writeVersions(XmlLines xml) {
        xml.element("version", "2.0").element("apiVersion", "2.0").element("bbbVersion", "");
    }
}
