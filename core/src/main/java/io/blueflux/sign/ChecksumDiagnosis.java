// SPDX-License-Identifier: Apache-2.0
package io.blueflux.sign;

import io.blueflux.ChecksumAlgorithm;
import io.blueflux.profile.ServerProfile;
import io.blueflux.profile.Support;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Why a server most likely refused a checksum: {@code checksumError} alone does not tell a wrong secret from an algorithm
 * that the server does not take, or from a query that was changed on the way.
 *
 * @param cause what to look at
 * @param text a sentence or two for people, without secrets
 */
public record ChecksumDiagnosis(Cause cause, String text) {
    /** Refuses what is missing. */
    public ChecksumDiagnosis {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(text, "text");
    }

    private static final String MISSING = "must provide the checksum";

    /** What can be wrong. */
    public enum Cause {
        /** The shared secret is not the server's. */
        SECRET,
        /** The server does not take checksums of this algorithm. */
        ALGORITHM,
        /** One of the two; nothing tells which. */
        SECRET_OR_ALGORITHM,
        /** Something on the way encodes the parameters anew. */
        ENCODING,
        /** Something on the way takes the query away, or changes it. */
        QUERY,
        /** The server does not read forms, or reads the checksum in them. */
        FORM,
        /** The server took such calls before: its secret or its settings were changed. */
        CHANGED
    }

    /**
     * What a client knows when a checksum is refused.
     *
     * @param call the call's name, for example {@code hooks/create}
     * @param algorithm what it was signed with
     * @param query what its query holds
     * @param passed the kinds of queries that the server took before, of calls with the same secret and algorithm
     * @param message the server's text; may be empty
     * @param profile what is known of the server
     */
    public record Refusal(
            String call,
            ChecksumAlgorithm algorithm,
            QueryKind query,
            Set<QueryKind> passed,
            String message,
            ServerProfile profile) {
        /** Copies the set. */
        public Refusal {
            Objects.requireNonNull(call, "call");
            Objects.requireNonNull(algorithm, "algorithm");
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(passed, "passed");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(profile, "profile");
            passed = Set.copyOf(passed);
        }

        String hash() {
            return algorithm.jcaName();
        }
    }

    /**
     * Finds the likely cause.
     *
     * @param refusal what is known
     * @return the cause that fits it best
     */
    public static ChecksumDiagnosis of(Refusal refusal) {
        Objects.requireNonNull(refusal, "refusal");
        if (refusal.query() == QueryKind.FORM && !isReadAsForm(refusal)) {
            return ofForm(refusal);
        }
        if (refusal.message().toLowerCase(Locale.ROOT).contains(MISSING)) {
            return new ChecksumDiagnosis(
                    Cause.QUERY, "the server saw no checksum: something on the way takes the query away");
        }
        if (refusal.call().startsWith("hooks/")) {
            return ofHooks(refusal);
        }
        if (refusal.profile().accepts(refusal.algorithm()) == Support.NO) {
            return notTaken(refusal);
        }
        return refusal.passed().isEmpty() ? neverPassed(refusal) : passedBefore(refusal);
    }

    private static boolean isReadAsForm(Refusal refusal) {
        return refusal.passed().contains(QueryKind.FORM) || refusal.profile().formPost() == Support.YES;
    }

    private static ChecksumDiagnosis ofForm(Refusal refusal) {
        if (refusal.profile().accepts(refusal.algorithm()) == Support.NO) {
            return notTaken(refusal);
        }
        String sure = refusal.passed().isEmpty()
                ? "the call was sent as a form: either the secret is wrong, or "
                : "secret and algorithm are right, since calls without a form passed: most likely ";
        return new ChecksumDiagnosis(
                Cause.FORM,
                sure + "the server does not read forms, or looks for the checksum in them; "
                        + "with FormPost.NEVER all parameters go into the URL");
    }

    private static ChecksumDiagnosis notTaken(Refusal refusal) {
        String other = other(refusal);
        return new ChecksumDiagnosis(
                Cause.ALGORITHM,
                "the server is known not to take " + refusal.hash() + (other.isEmpty() ? "" : "; use " + other));
    }

    /** Returns what may be tried instead; empty if nothing better is known. */
    private static String other(Refusal refusal) {
        ChecksumAlgorithm best = refusal.profile().strongest();
        return best == refusal.algorithm() ? "" : best.jcaName();
    }

    private static ChecksumDiagnosis ofHooks(Refusal refusal) {
        boolean old = refusal.profile().hooksAlgorithm() == ChecksumAlgorithm.SHA1;
        if (old && refusal.algorithm() != ChecksumAlgorithm.SHA1) {
            return new ChecksumDiagnosis(
                    Cause.ALGORITHM,
                    "webhooks before 3.0 take " + ChecksumAlgorithm.SHA1.jcaName() + " only, not " + refusal.hash());
        }
        return new ChecksumDiagnosis(
                Cause.SECRET, "most likely the secret is not that of the webhooks, which have a setting of their own");
    }

    private static ChecksumDiagnosis passedBefore(Refusal refusal) {
        if (refusal.passed().contains(refusal.query())) {
            return changed();
        }
        return switch (refusal.query()) {
            case EMPTY, FORM -> changed();
            case ENCODED ->
                new ChecksumDiagnosis(
                        Cause.ENCODING,
                        "secret and algorithm are right, since calls without encoded characters passed: "
                                + "most likely something on the way encodes the query anew");
            case PLAIN ->
                refusal.passed().contains(QueryKind.ENCODED)
                        ? changed()
                        : new ChecksumDiagnosis(
                                Cause.QUERY,
                                "secret and algorithm are right, since calls without parameters passed: "
                                        + "most likely something on the way adds, removes or sorts parameters");
        };
    }

    private static ChecksumDiagnosis changed() {
        return new ChecksumDiagnosis(
                Cause.CHANGED,
                "calls with this secret and algorithm passed before: "
                        + "most likely the server's secret or its algorithms were changed");
    }

    private static ChecksumDiagnosis neverPassed(Refusal refusal) {
        if (refusal.profile().accepts(refusal.algorithm()) == Support.YES) {
            return new ChecksumDiagnosis(
                    Cause.SECRET, "most likely the secret is wrong, since the server takes " + refusal.hash());
        }
        String hint = hint(refusal.algorithm()) + advice(refusal);
        return refusal.algorithm() == ChecksumAlgorithm.SHA256
                ? new ChecksumDiagnosis(Cause.SECRET, "most likely the secret is wrong" + hint)
                : new ChecksumDiagnosis(
                        Cause.SECRET_OR_ALGORITHM,
                        "the secret is wrong, or the server does not take the algorithm" + hint);
    }

    private static String hint(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA1 -> ": admins of BBB 2.5 and later may switch SHA-1 off";
            case SHA256 -> "; only BBB before 2.2, bigblueswarm, tinyscale and plugNmeet do not take SHA-256";
            case SHA384 -> ": BBB before 2.5, Scalelite, b3scale, bbblb and bigblueswarm do not take SHA-384";
            case SHA512 -> ": BBB before 2.5, b3scale and bigblueswarm do not take SHA-512";
        };
    }

    /** SHA-256 is what most take. */
    private static String advice(Refusal refusal) {
        String other = other(refusal);
        return other.isEmpty() || refusal.algorithm() == ChecksumAlgorithm.SHA256 ? "" : ", try " + other;
    }
}
