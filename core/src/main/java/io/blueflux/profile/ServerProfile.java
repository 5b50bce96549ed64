// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.blueflux.BbbVersion;
import io.blueflux.ChecksumAlgorithm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a server: its release, the balancer before it, the checksums it takes, its limits. Told by you, or learned
 * by asking the server. What nobody knows is unknown, and is then derived from balancer and release as far as these say it.
 * Immutable; holds nothing secret.
 *
 * <p>The release of a server is known only if its admin reveals it: the API's own version is 2.0 for every BBB since 2.0.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class ServerProfile {
    /** Nothing is known. */
    public static final ServerProfile UNKNOWN = builder().build();

    private static final int URL_BUDGET = 8_000;
    private static final int MAX_FINDINGS = 50;
    private static final BbbVersion WITH_SHA256 = BbbVersion.of("2.2");
    private static final BbbVersion WITH_ALL_HASHES = BbbVersion.of("2.5");
    private static final BbbVersion WITH_PAGING = BbbVersion.of("2.6");
    private static final BbbVersion WITH_NEW_WEBHOOKS = BbbVersion.of("3.0");

    private final @Nullable BbbVersion version;
    private final @Nullable BbbVersion oldest;
    private final Balancer balancer;
    private final Map<ChecksumAlgorithm, Support> algorithms;
    private final Set<ChecksumAlgorithm> refused;
    private final Support formPost;
    private final Support paging;
    private final Support hooks;
    private final @Nullable ChecksumAlgorithm hooksAlgorithm;
    private final int urlBudget;
    private final List<Finding> findings;

    private ServerProfile(Builder builder) {
        this.version = builder.version;
        this.oldest = builder.oldest;
        this.balancer = builder.balancer;
        this.algorithms = new EnumMap<>(builder.algorithms);
        this.refused = Set.copyOf(builder.refused);
        this.formPost = builder.formPost;
        this.paging = builder.paging;
        this.hooks = builder.hooks;
        this.hooksAlgorithm = builder.hooksAlgorithm;
        this.urlBudget = builder.urlBudget;
        this.findings = List.copyOf(builder.findings);
    }

    /**
     * Starts with nothing known.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Describes BBB of a known release, without a balancer before it.
     *
     * @param version for example {@code 2.7.3}
     * @return the profile
     * @throws IllegalArgumentException if it does not begin with a number
     */
    public static ServerProfile ofBbb(String version) {
        Objects.requireNonNull(version, "version");
        return builder().version(BbbVersion.of(version)).balancer(Balancer.NONE).build();
    }

    /**
     * Starts with what this profile knows.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns the release of BBB.
     *
     * @return null if it is not known exactly
     */
    @JsonProperty
    public @Nullable BbbVersion version() {
        return version;
    }

    /**
     * Returns a release that the server is at least of.
     *
     * @return the release itself where it is known; null if nothing is known
     */
    @JsonProperty
    public @Nullable BbbVersion oldest() {
        return version == null ? oldest : version;
    }

    /**
     * Returns what stands before BBB.
     *
     * @return {@link Balancer#UNKNOWN} if nobody has told
     */
    @JsonProperty
    public Balancer balancer() {
        return balancer;
    }

    /**
     * Tells whether the server takes a checksum of an algorithm.
     *
     * @param algorithm the algorithm
     * @return as told or learned, else as balancer or release say
     */
    public Support accepts(ChecksumAlgorithm algorithm) {
        Objects.requireNonNull(algorithm, "algorithm");
        return algorithms
                .getOrDefault(algorithm, Support.UNKNOWN)
                .or(balancer.accepts(algorithm))
                .or(byVersion(algorithm));
    }

    /** What {@link #accepts} says of each algorithm, for JSON. */
    @JsonProperty
    Map<ChecksumAlgorithm, Support> checksums() {
        Map<ChecksumAlgorithm, Support> checksums = new EnumMap<>(ChecksumAlgorithm.class);
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            checksums.put(algorithm, accepts(algorithm));
        }
        return checksums;
    }

    /**
     * Returns the algorithm to use, for {@code BbbServer.withAlgorithm}: the strongest that the server is known to take. None
     * that was seen refused, while there is another.
     *
     * @return if none is known to be taken, the first that is not known to be refused of SHA-256, SHA-1, SHA-512, SHA-384
     */
    @JsonProperty
    public ChecksumAlgorithm strongest() {
        return Recommendation.of(this::accepts, refused);
    }

    /** Whether every algorithm was refused, so that none can be recommended. */
    boolean refusesAll() {
        return refused.size() == ChecksumAlgorithm.values().length;
    }

    /**
     * Tells whether parameters may go in a form, with the checksum alone in the URL (BBB API, "POST").
     *
     * @return as told or learned, else as the balancer is known to do
     */
    @JsonProperty
    public Support formPost() {
        return formPost.or(balancer.formPost());
    }

    /**
     * Tells whether getRecordings heeds {@code offset} and {@code limit}.
     *
     * @return as told or learned, else as balancer or release say
     */
    @JsonProperty
    public Support paging() {
        Support known = paging.or(balancer.paging());
        return known == Support.UNKNOWN && balancer.equals(Balancer.NONE) ? since(WITH_PAGING) : known;
    }

    /**
     * Tells whether the calls of webhooks are served; BBB does so only if a package is installed.
     *
     * @return as told, else as the balancer is known to do
     */
    @JsonProperty
    public Support hooks() {
        return hooks.or(balancer.hooks());
    }

    /**
     * Returns what the calls of webhooks are to be signed with: those of webhooks before 3.0 know SHA-1 only.
     *
     * @return as told, else SHA-1 unless BBB is known to be 3.0 or later
     */
    @JsonProperty
    public ChecksumAlgorithm hooksAlgorithm() {
        if (hooksAlgorithm != null) {
            return hooksAlgorithm;
        }
        BbbVersion known = oldest();
        return known != null && known.isAtLeast(WITH_NEW_WEBHOOKS) ? strongest() : ChecksumAlgorithm.SHA1;
    }

    /**
     * Returns how long a URL may be.
     *
     * @return bytes; 8,000 unless told
     */
    @JsonProperty
    public int urlBudget() {
        return urlBudget;
    }

    /**
     * Returns from what this was learned.
     *
     * @return unmodifiable; empty if it was told
     */
    @JsonProperty
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Describes the profile for people, with the reasons.
     *
     * @return several lines, without secrets
     */
    public String report() {
        return ProfileReport.of(this);
    }

    /** Returns the {@link #report()}. */
    @Override
    public String toString() {
        return report();
    }

    /** A release says what BBB cannot do; what it can do it says only if no balancer may stand before it. */
    private Support byVersion(ChecksumAlgorithm algorithm) {
        Support since = switch (algorithm) {
            case SHA1 -> Support.UNKNOWN; // an admin may have switched it off
            case SHA256 -> since(WITH_SHA256);
            case SHA384, SHA512 -> since(WITH_ALL_HASHES);
        };
        return since == Support.YES && !balancer.equals(Balancer.NONE) ? Support.UNKNOWN : since;
    }

    private Support since(BbbVersion first) {
        if (version != null) {
            return Support.of(version.isAtLeast(first));
        }
        return oldest != null && oldest.isAtLeast(first) ? Support.YES : Support.UNKNOWN;
    }

    /** Collects what is known; what is set again replaces what was. Not for use by several threads. */
    public static final class Builder {
        private @Nullable BbbVersion version;
        private @Nullable BbbVersion oldest;
        private Balancer balancer = Balancer.UNKNOWN;
        private final Map<ChecksumAlgorithm, Support> algorithms = new EnumMap<>(ChecksumAlgorithm.class);
        private final Set<ChecksumAlgorithm> refused = EnumSet.noneOf(ChecksumAlgorithm.class);
        private Support formPost = Support.UNKNOWN;
        private Support paging = Support.UNKNOWN;
        private Support hooks = Support.UNKNOWN;
        private @Nullable ChecksumAlgorithm hooksAlgorithm;
        private int urlBudget = URL_BUDGET;
        private final List<Finding> findings = new ArrayList<>();

        private Builder() {}

        private Builder(ServerProfile profile) {
            this.version = profile.version;
            this.oldest = profile.oldest;
            this.balancer = profile.balancer;
            this.algorithms.putAll(profile.algorithms);
            this.refused.addAll(profile.refused);
            this.formPost = profile.formPost;
            this.paging = profile.paging;
            this.hooks = profile.hooks;
            this.hooksAlgorithm = profile.hooksAlgorithm;
            this.urlBudget = profile.urlBudget;
            this.findings.addAll(profile.findings);
        }

        /**
         * Builds the profile.
         *
         * @return an immutable profile
         */
        public ServerProfile build() {
            return new ServerProfile(this);
        }

        /**
         * Sets the release.
         *
         * @param exactly the release
         * @return this builder
         */
        public Builder version(BbbVersion exactly) {
            Objects.requireNonNull(exactly, "exactly");
            this.version = exactly;
            return this;
        }

        /**
         * Sets a release that the server is at least of.
         *
         * @param version the oldest that it may be
         * @return this builder
         */
        public Builder atLeast(BbbVersion version) {
            Objects.requireNonNull(version, "version");
            this.oldest = version;
            return this;
        }

        /**
         * Sets what stands before BBB.
         *
         * @param product {@link Balancer#NONE} if nothing does
         * @return this builder
         */
        public Builder balancer(Balancer product) {
            Objects.requireNonNull(product, "product");
            this.balancer = product;
            return this;
        }

        /**
         * Says whether the server takes checksums of an algorithm.
         *
         * @param algorithm the algorithm
         * @param accepted whether it takes them
         * @return this builder
         */
        public Builder accepts(ChecksumAlgorithm algorithm, boolean accepted) {
            Objects.requireNonNull(algorithm, "algorithm");
            Objects.requireNonNull(algorithm, "algorithm");
            algorithms.put(algorithm, Support.of(accepted));
            return this;
        }

        /**
         * Says that a call that was signed so was refused, while none passed that would show the secret to be right: it is
         * then unknown whether the server takes the algorithm, but {@link ServerProfile#strongest} looks for another.
         *
         * @param algorithm the algorithm
         * @return this builder
         */
        public Builder refused(ChecksumAlgorithm algorithm) {
            refused.add(Objects.requireNonNull(algorithm, "algorithm"));
            return this;
        }

        /**
         * Says whether parameters may go in a form.
         *
         * @param works whether they arrive
         * @return this builder
         */
        public Builder formPost(boolean works) {
            this.formPost = Support.of(works);
            return this;
        }

        /**
         * Says whether getRecordings heeds {@code offset} and {@code limit}.
         *
         * @param works whether it does
         * @return this builder
         */
        public Builder paging(boolean works) {
            this.paging = Support.of(works);
            return this;
        }

        /**
         * Says whether the calls of webhooks are served.
         *
         * @param served whether they are
         * @return this builder
         */
        public Builder hooks(boolean served) {
            this.hooks = Support.of(served);
            return this;
        }

        /**
         * Sets what the calls of webhooks are to be signed with.
         *
         * @param algorithm the algorithm
         * @return this builder
         */
        public Builder hooksAlgorithm(ChecksumAlgorithm algorithm) {
            Objects.requireNonNull(algorithm, "algorithm");
            this.hooksAlgorithm = algorithm;
            return this;
        }

        /**
         * Sets how long a URL may be.
         *
         * @param bytes at least 256
         * @return this builder
         * @throws IllegalArgumentException if it is less
         */
        public Builder urlBudget(int bytes) {
            if (bytes < 256) {
                throw new IllegalArgumentException("urlBudget must be at least 256 bytes, not " + bytes);
            }
            this.urlBudget = bytes;
            return this;
        }

        /**
         * Adds a reason; those past 50 are left out.
         *
         * @param kind how sure it is
         * @param text what was found and from what, without secrets
         * @return this builder
         */
        public Builder finding(Finding.Kind kind, String text) {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
            if (findings.size() < MAX_FINDINGS) {
                findings.add(new Finding(kind, text));
            }
            return this;
        }

        /**
         * Learns from the answer of the API's root what it gives away: {@code bbbVersion} where an admin reveals it, elements
         * that came with a release, elements that only a balancer sends.
         *
         * @param apiVersion {@code apiVersion}, or null if there was none
         * @param bbbVersion {@code bbbVersion}, or null if there was none or it was empty
         * @param others the names of the elements beside these and {@code version}
         * @return this builder
         */
        public Builder root(@Nullable String apiVersion, @Nullable String bbbVersion, Collection<String> others) {
            Objects.requireNonNull(others, "others");
            RootHints.learn(this, apiVersion, bbbVersion, others);
            return this;
        }
    }
}
