// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static io.blueflux.ChecksumAlgorithm.SHA384;
import static io.blueflux.ChecksumAlgorithm.SHA512;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.CallTimeoutException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MessageKey;
import io.blueflux.error.RedirectedException;
import io.blueflux.error.TransportException;
import io.blueflux.model.ApiVersion;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.Finding.Kind;
import io.blueflux.profile.ServerProfile;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one probe of a server has found so far. One thread at a time. */
final class ProbeNotes {
    private final ServerProfile.Builder profile = ServerProfile.builder();
    private final Map<ChecksumAlgorithm, Boolean> algorithms = new EnumMap<>(ChecksumAlgorithm.class);
    private boolean reached;
    private boolean branded;
    private boolean answersAnything;
    private boolean named;
    private boolean genuine;

    /** The server answered; from now on a step that fails says something of the step only. */
    void reached() {
        reached = true;
    }

    boolean isFatal(BbbException error) {
        if (error instanceof TransportException failure) {
            return !reached || failure.kind() == TransportException.Kind.CLIENT_CLOSED;
        }
        if (error instanceof CallTimeoutException) {
            return !reached;
        }
        reached = true;
        return false;
    }

    void root(ApiVersion root) {
        Set<String> others = new HashSet<>();
        note(others, "graphqlWebsocketUrl", root.urls().graphqlWebsocketUrl());
        note(others, "graphqlApiUrl", root.urls().graphqlApiUrl());
        note(others, "html5PluginSdkVersion", root.html5PluginSdkVersion());
        note(others, "build", root.balancer().build());
        note(others, "info", root.balancer().info());
        named = others.contains("build") || others.contains("info");
        genuine = root.apiVersion() != null || !others.isEmpty();
        profile.root(root.apiVersion(), root.bbbVersion(), others);
    }

    private static void note(Set<String> names, String name, @Nullable String value) {
        if (value != null) {
            names.add(name);
        }
    }

    void noRoot(BbbException error) {
        profile.finding(Kind.FAILED, "the release, from the root: " + error.getMessage());
        brand(error);
    }

    void accepted(ChecksumAlgorithm algorithm) {
        algorithms.put(algorithm, true);
        profile.finding(Kind.SEEN, "a call signed with " + algorithm.jcaName() + " was answered");
    }

    void failed(ChecksumAlgorithm algorithm, BbbException error) {
        brand(error);
        if (error instanceof RedirectedException sentOn && sentOn.isSignedAnew()) {
            algorithms.put(algorithm, true);
            profile.finding(
                    Kind.SEEN,
                    "a call signed with " + algorithm.jcaName()
                            + " was sent on, signed anew: a RedirectPolicy for every call follows that");
        } else if (isRefusedChecksum(error)) {
            algorithms.put(algorithm, false);
            profile.finding(Kind.SEEN, "a call signed with " + algorithm.jcaName() + " was refused");
        } else {
            profile.finding(Kind.FAILED, "whether " + algorithm.jcaName() + " is taken: " + error.getMessage());
        }
    }

    /** Returns an algorithm whose checksums pass, the strongest; null if none does. */
    @Nullable
    ChecksumAlgorithm anAccepted() {
        ChecksumAlgorithm strongest = null;
        for (Map.Entry<ChecksumAlgorithm, Boolean> entry : algorithms.entrySet()) {
            strongest = entry.getValue() ? entry.getKey() : strongest; // weakest first
        }
        return strongest;
    }

    void answeredWithoutMeeting() {
        answersAnything = true;
    }

    void formRead() {
        if (answersAnything) {
            profile.finding(
                    Kind.FAILED, "whether forms are read: isMeetingRunning is answered even without a meetingID");
        } else {
            profile.formPost(true).finding(Kind.SEEN, "parameters in a form were read");
        }
    }

    void formFailed(BbbException error) {
        brand(error);
        boolean says = error instanceof ApiFailedException || error instanceof HttpStatusException;
        if (says && !error.isTransient()) {
            profile.formPost(false).finding(Kind.GUESSED, "forms are not read, from: " + error.getMessage());
        } else {
            profile.finding(Kind.FAILED, "whether forms are read: " + error.getMessage());
        }
    }

    /** Whether a balancer may still hide: neither a name nor what balancers leave out of the root was seen. */
    boolean isUnnamed() {
        return !branded && !named && !genuine;
    }

    void unknownCallFailed(BbbException error) {
        brand(error);
    }

    ServerProfile profile() {
        if (algorithms.containsValue(true)) {
            algorithms.forEach(profile::accepts);
            if (!branded && Boolean.FALSE.equals(algorithms.get(SHA384)) && algorithms.getOrDefault(SHA512, false)) {
                profile.finding(Kind.GUESSED, "Scalelite or bbblb, since SHA-512 is taken and SHA-384 is not");
            }
            return profile.build();
        }
        algorithms.keySet().forEach(profile::refused);
        if (algorithms.size() == ChecksumAlgorithm.values().length) {
            profile.finding(Kind.GUESSED, "the secret is wrong, since no checksum was taken");
        }
        return profile.build();
    }

    private void brand(BbbException error) {
        Balancer balancer = balancer(error);
        if (balancer != null && !branded) {
            branded = true;
            profile.balancer(balancer).finding(Kind.GUESSED, balancer + ", from how it fails: " + error.getMessage());
        }
    }

    private static @Nullable Balancer balancer(BbbException error) {
        if (error instanceof ApiFailedException failed) {
            return Balancer.ofFailure(failed.status(), failed.messageKey(), "");
        }
        return error instanceof HttpStatusException status
                ? Balancer.ofFailure(status.status(), "", status.bodyStart())
                : null;
    }

    private static boolean isRefusedChecksum(BbbException error) {
        return error instanceof ApiFailedException failed
                ? failed.has(MessageKey.CHECKSUM_ERROR)
                : Balancer.B3LB.equals(balancer(error));
    }
}
