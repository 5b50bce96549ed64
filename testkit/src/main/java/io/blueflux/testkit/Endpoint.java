// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.SharedSecret;
import java.util.List;
import java.util.function.Consumer;

/** A server as its listener sees it: what came in, what goes wrong, and who answers. */
final class Endpoint {
    private static final String API = ServerParts.BASE + "/api/";

    private final String prefix;
    private final ServerParts parts;
    private final ServerCalls calls;
    private final FaultRules faults = new FaultRules();
    private final Traffic traffic = new Traffic();
    private volatile Consumer<RecordedRequest> observer = request -> {};
    private volatile boolean ignoresForms;

    Endpoint(String prefix, ServerParts parts, BbbSimulator.Builder settings) {
        this.prefix = prefix;
        this.parts = parts;
        CallGate gate = new CallGate(parts.profile(), SharedSecret.of(parts.secretText()), settings.algorithms);
        this.calls = new ServerCalls(parts, gate);
    }

    String prefix() {
        return prefix;
    }

    FaultRules faults() {
        return faults;
    }

    Traffic traffic() {
        return traffic;
    }

    boolean ignoresForms() {
        return ignoresForms;
    }

    void ignoreForms() {
        ignoresForms = true;
    }

    void observer(Consumer<RecordedRequest> newObserver) {
        observer = newObserver;
    }

    void listenOn(Listener listener) {
        parts.listenOn(listener);
    }

    void heard(RecordedRequest request) {
        observer.accept(request);
    }

    /** Takes a run of slashes for one, as the servers do. */
    static String plain(String path) {
        return path.contains("//") ? path.replaceAll("/{2,}", "/") : path;
    }

    /** Returns the call's name for a path, or the path itself where the API is not. */
    String callOf(String path) {
        String rest = plain(path).substring(prefix.length());
        String bare = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        if (bare.equals(ServerParts.BASE) || bare.equals(ServerParts.BASE + "/api")) {
            return ServerCall.VERSION.wireName();
        }
        return bare.startsWith(API) ? bare.substring(API.length()) : rest;
    }

    Answer answer(RecordedRequest request, byte[] body) {
        List<Fault> chain = faults.take(request);
        boolean executes = chain.stream().noneMatch(Fault::replacesCall);
        Answer answer = executes ? sound(request, body) : Answer.xml("");
        for (Fault fault : chain) {
            answer = fault.applyTo(answer);
        }
        return answer;
    }

    private Answer sound(RecordedRequest request, byte[] body) {
        boolean webClient = request.call().startsWith("/html5client");
        return webClient ? Pages.welcome() : calls.answer(request, body);
    }
}
