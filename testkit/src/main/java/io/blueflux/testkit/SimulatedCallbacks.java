// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.ChecksumAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * What a simulated server tells others: deliveries to webhooks, {@code meta_endCallbackUrl}, {@code meetingEndedURL}
 * and {@code meta_bbb-recording-ready-url}. They are real requests, sent in the background on the simulator's threads
 * once it is started, those to one URL in order, until it is closed. Thread-safe.
 *
 * <p>A webhook's delivery has arrived with any 2xx or 401; else it is repeated after each of the
 * {@link #retryDelays}, and then the hook is removed unless it is permanent. Callbacks at the end of a meeting are
 * repeated likewise; a recording's is sent once.
 */
public final class SimulatedCallbacks {
    private static final String DOMAIN = "127.0.0.1";
    private static final List<Duration> DELAYS =
            List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1));

    private final HookStore hooks;
    private final Outbox outbox;
    private final String secretText;
    private volatile List<Duration> retryDelays = DELAYS;
    private volatile CallbackSigning signing;
    private volatile ChecksumAlgorithm algorithm = ChecksumAlgorithm.SHA1;

    SimulatedCallbacks(HookStore hooks, String secretText, CallbackSigning signing) {
        this.hooks = hooks;
        this.secretText = secretText;
        this.signing = signing;
        this.outbox = new Outbox(() -> retryDelays);
    }

    /**
     * Sets how deliveries are made and signed; by the server's profile and with SHA-1 by default.
     *
     * @param version the version of the webhooks
     * @param hash {@code hookChecksumAlgorithm}
     * @return this
     */
    public SimulatedCallbacks signing(CallbackSigning version, ChecksumAlgorithm hash) {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(hash, "hash");
        signing = version;
        algorithm = hash;
        return this;
    }

    /**
     * Sets the pauses before further attempts.
     *
     * @param pauses none for a single attempt; 100 ms, 500 ms and a second by default
     * @return this
     */
    public SimulatedCallbacks retryDelays(Duration... pauses) {
        retryDelays = Given.all(pauses, "pauses");
        return this;
    }

    /**
     * Lets deliveries overtake one another, as those of version 3 may: they go out at the same time, and every second
     * one to a URL is held back for 20 ms. Counts for URLs to which nothing went before; off by default.
     *
     * @return this
     */
    public SimulatedCallbacks overtaking() {
        outbox.overtaking();
        return this;
    }

    /**
     * Adds a permanent hook for all events, as the server's settings can.
     *
     * @param callbackUrl where to deliver
     * @return the hook's ID; if there is a hook of that URL, its ID
     */
    public String addPermanentHook(String callbackUrl) {
        Objects.requireNonNull(callbackUrl, "callbackUrl");
        return hooks.add(callbackUrl, id -> Hook.permanent(id, callbackUrl))
                .hook()
                .id();
    }

    /**
     * Returns the registered hooks.
     *
     * @return their callback URLs, the oldest first
     */
    public List<String> hookUrls() {
        return hooks.list().stream().map(Hook::url).toList();
    }

    /**
     * Returns what was sent, or given up after the last attempt.
     *
     * @return the newest 10,000, the oldest first
     */
    public List<SimulatedCallback> sent() {
        return outbox.finished();
    }

    /**
     * Tells what is sent, or given up after the last attempt, from the first on; never completes.
     *
     * @return the newest 10,000 so far, then each as it is over; signals come on the simulator's threads
     */
    public Flux<SimulatedCallback> asFlux() {
        return outbox.done();
    }

    /**
     * Waits, without blocking, until no callback is on its way.
     *
     * @return completes at once if there is none
     */
    public Mono<Void> settled() {
        return outbox.idle();
    }

    void start(HttpClient client) {
        outbox.start(client);
    }

    void stop() {
        outbox.stop();
    }

    /** Tells whether events have the shape that they have since version 3 of the webhooks. */
    boolean modern() {
        return signing != CallbackSigning.WEBHOOKS_2;
    }

    boolean anyHook() {
        return !hooks.list().isEmpty();
    }

    /** Sends an event to every hook that hears it. */
    void announce(String event, String meetingId, String eventJson, long now) {
        Stream.concat(hooks.global().stream(), hooks.ofMeeting(meetingId).stream())
                .filter(hook -> hook.hears(event))
                .forEach(hook -> outbox.put(parcel(hook, event, eventJson, now)));
    }

    void send(Parcel parcel) {
        outbox.put(parcel);
    }

    private Parcel parcel(Hook hook, String event, String eventJson, long now) {
        String events = "[" + eventJson + "]";
        String covered = signing.covered(events, now, DOMAIN);
        String checksum = Digests.hex(algorithm, hook.url() + covered + secretText);
        String signedUrl = hook.url() + (hook.url().contains("?") ? "&" : "?") + "checksum=" + checksum;
        return new Parcel(
                event,
                hook.url(),
                signedUrl,
                signing.contentType(),
                signing.body(events, now, DOMAIN),
                status -> status / 100 == 2 || status == 401,
                () -> hooks.destroy(hook.id()));
    }
}
