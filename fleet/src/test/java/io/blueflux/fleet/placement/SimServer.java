// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static java.util.Objects.requireNonNull;

import io.blueflux.BbbServer;
import io.blueflux.Confidential;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.CallSite;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.TransportException;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.Status;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.CreateRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A BBB server in the time of a scheduler, without sockets; what it does wrong is up to the test. */
final class SimServer {
    final String name;
    final Map<String, Meeting> meetings = new LinkedHashMap<>();
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final Map<String, Function<Object[], Object>> scripts = new HashMap<>(); // in place of what is simulated
    final Deque<Fault> faults = new ArrayDeque<>(); // of the next creates
    Duration latency = Duration.ofMillis(20);
    Duration clockAhead = Duration.ZERO;
    boolean refuses;
    boolean hangs;

    private final Scheduler timer;
    private int made;

    /**
     * What goes wrong with a create.
     *
     * @param effect when it has its effect; null for never
     * @param end when the caller hears the error
     * @param error which
     */
    record Fault(@Nullable Duration effect, Duration end, Supplier<Throwable> error) {}

    SimServer(String name, Scheduler timer) {
        this.name = name;
        this.timer = timer;
    }

    static Throwable timeout(String server, String call) {
        return new CallTimeoutException(
                new CallSite(server, call), CallTimeoutException.Stage.DEADLINE, Duration.ofSeconds(60), null);
    }

    static Throwable reset(String server, String call) {
        return new TransportException(
                new CallSite(server, call), TransportException.Kind.CLOSED_BEFORE_ANSWER, "closed", null);
    }

    static Throwable refused(String server, String call) {
        return new TransportException(
                new CallSite(server, call), TransportException.Kind.CONNECT_FAILED, "refused", null);
    }

    static Throwable status(String server, int status) {
        return new HttpStatusException(new CallSite(server, "create"), status, "");
    }

    static Throwable failed(String server, String call, String key) {
        return new ApiFailedException(new CallSite(server, call), "FAILED", List.of(new ApiError(key, "no")), 200);
    }

    BbbClient client(BbbServer server, Function<String, Runnable> onCreate) {
        return (BbbClient) Proxy.newProxyInstance(
                BbbClient.class.getClassLoader(), new Class<?>[] {BbbClient.class}, (proxy, method, arguments) -> {
                    String call = method.getName();
                    Function<Object[], Object> script = scripts.get(call);
                    if (script != null) {
                        calls.add(call);
                        return script.apply(arguments);
                    }
                    return switch (call) {
                        case "server" -> server;
                        case "toString" -> "client of " + name;
                        case "getMeetings" ->
                            wire(call, () -> List.copyOf(meetings.values())).flatMapMany(Flux::fromIterable);
                        case "getMeetingInfo" -> wire(call, () -> info((String) arguments[0]));
                        case "create" -> create((CreateRequest) arguments[0], onCreate);
                        case "end" -> wire(call, () -> end((String) arguments[0]));
                        case "version" -> Mono.<ApiVersion>error(refused(name, call));
                        default -> throw new UnsupportedOperationException(call);
                    };
                });
    }

    long calls(String call) {
        return List.copyOf(calls).stream().filter(call::equals).count();
    }

    Meeting add(String meetingId) {
        return meetings.computeIfAbsent(meetingId, id -> meeting(id, 0));
    }

    void join(String meetingId, int people) {
        meetings.put(meetingId, Rooms.joined(counted(add(meetingId), people)));
    }

    private static Meeting counted(Meeting meeting, int people) {
        return Rooms.with(meeting, new Meeting.Counts(people, 0, 0, 0, 0, 0));
    }

    private Meeting meeting(String meetingId, int people) {
        Instant created = Instant.ofEpochMilli(timer.now(TimeUnit.MILLISECONDS)).plus(clockAhead);
        return Rooms.meeting(meetingId, name + "-" + ++made, created, people, null);
    }

    private <T> Mono<T> wire(String call, Supplier<T> answer) {
        return Mono.defer(() -> {
            calls.add(call);
            if (refuses) {
                return Mono.error(refused(name, call));
            }
            return hangs
                    ? Mono.delay(Duration.ofSeconds(10), timer).then(Mono.error(timeout(name, call)))
                    : Mono.delay(latency, timer).map(tick -> answer.get());
        });
    }

    private Meeting info(String meetingId) {
        Meeting meeting = meetings.get(meetingId);
        if (meeting == null) {
            throw (RuntimeException) failed(name, "getMeetingInfo", "notFound");
        }
        return meeting;
    }

    private EndedMeeting end(String meetingId) {
        info(meetingId);
        meetings.remove(meetingId);
        return new EndedMeeting(new Status("SUCCESS", "sentEndMeetingRequest", ""), List.of());
    }

    private Mono<CreatedMeeting> create(CreateRequest request, Function<String, Runnable> onCreate) {
        String meetingId = requireNonNull(request.parameters().get("meetingID"));
        return Mono.defer(() -> {
            Runnable end = onCreate.apply(meetingId);
            return create(meetingId).doOnTerminate(end).doOnCancel(end);
        });
    }

    private Mono<CreatedMeeting> create(String meetingId) {
        return Mono.defer(() -> {
            Fault fault = faults.poll();
            if (fault == null || refuses) {
                return wire("create", () -> created(meetingId));
            }
            calls.add("create");
            if (fault.effect() != null) {
                timer.schedule(() -> add(meetingId), fault.effect().toMillis(), TimeUnit.MILLISECONDS);
            }
            return Mono.delay(fault.end(), timer).then(Mono.error(fault.error()));
        });
    }

    private CreatedMeeting created(String meetingId) {
        boolean isNew = !meetings.containsKey(meetingId);
        Meeting meeting = add(meetingId);
        return new CreatedMeeting(
                new Status("SUCCESS", isNew ? null : "duplicateWarning", null),
                meetingId,
                meeting.internalMeetingId(),
                null,
                meeting.times().createTime(),
                null,
                null,
                false,
                false,
                new Meeting.Access(null, null, Confidential.of("ap"), Confidential.of("mp")),
                List.of());
    }
}
