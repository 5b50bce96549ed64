// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What members of a cluster tell each other. Immutable. */
public sealed interface ClusterWord {

    /**
     * Returns what the word is about: a server, or for {@link Member} a member.
     *
     * @return a key; of a server it holds its name and tells its URL apart from others, without the URL
     */
    String key();

    /**
     * Tells whether the newest of its kind and key is kept for those who join later, for as long as it is of use.
     *
     * @return false if it is for those who are there when it is told
     */
    default boolean lasts() {
        return true;
    }

    /**
     * A line of polls: those of one owner, from where it took them over.
     *
     * @param epoch grows whenever a line begins
     * @param owner the member that polls
     * @param base the number of the last poll before the line
     * @param after the lines of which it is known that this one began after them, by {@link #id}, and after which of their polls; a few,
     *     in the order in which they began
     */
    record Line(long epoch, String owner, long base, Map<String, Long> after) {
        /** Copies the lines. */
        public Line {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(after, "after");
            after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        }

        /**
         * Returns what tells this line apart.
         *
         * @return epoch and owner
         */
        public String id() {
            return epoch + " " + owner;
        }

        /** Tells whether this began after a poll of a line, or is that line. */
        boolean follows(String line, long poll) {
            return line.equals(id()) || after.getOrDefault(line, -1L) >= poll;
        }
    }

    /**
     * What a finished poll showed.
     *
     * @param key the server
     * @param line whose poll it was
     * @param released the owner polls no more: whoever is to be next begins
     * @param untilNext how long after this was told the next poll is due
     * @param report the poll; of the view the marks do not count, which are told by {@link Marks}
     */
    record View(String key, Line line, boolean released, Duration untilNext, ServerReport report)
            implements ClusterWord {
        /** Refuses what is missing. */
        public View {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(line, "line");
            Objects.requireNonNull(untilNext, "untilNext");
            Objects.requireNonNull(report, "report");
        }
    }

    /**
     * A member that has polled a server asks its owner to let go of it.
     *
     * @param key the server
     * @param member who asks
     */
    record Claim(String key, String member) implements ClusterWord {
        /** Refuses what is missing. */
        public Claim {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(member, "member");
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }

    /**
     * A member knows a poll of another line of which nobody knows whether the owner's are later: the owner is to begin another.
     *
     * @param key the server
     * @param line the {@link Line#id} of the other line
     * @param number of that poll
     */
    record Later(String key, String line, long number) implements ClusterWord {
        /** Refuses what is missing. */
        public Later {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(line, "line");
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }

    /**
     * Asks the owner to poll soon.
     *
     * @param key the server
     */
    record Soon(String key) implements ClusterWord {
        /** Refuses what is missing. */
        public Soon {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public boolean lasts() {
            return false;
        }
    }

    /**
     * A member, and which servers it would poll. Kept for as long as the member is there.
     *
     * @param key the member's name
     * @param servers the keys of the servers that it has been given
     * @param leaving it is about to leave, and lets go of its servers
     */
    record Member(String key, Set<String> servers, boolean leaving) implements ClusterWord {
        /** Copies the keys. */
        public Member {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(servers, "servers");
            servers = Set.copyOf(servers);
        }
    }

    /**
     * What was set from outside for a server; the highest version counts, and of those that were set at once what any of them sets.
     *
     * @param key the server
     * @param cordoned see {@link BbbFleet#cordon}
     * @param draining see {@link BbbFleet#drain}
     * @param gone it was drained, and has left the fleet
     * @param version grows with each setting
     * @param member who set it
     */
    record Marks(String key, boolean cordoned, boolean draining, boolean gone, long version, String member)
            implements ClusterWord {
        /** Refuses what is missing. */
        public Marks {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(member, "member");
        }

        /** Returns what is set if this is heard after another. */
        Marks after(Marks other) {
            if (version != other.version) {
                return version > other.version ? this : other;
            }
            return new Marks(
                    key,
                    cordoned || other.cordoned,
                    draining || other.draining,
                    gone || other.gone,
                    version,
                    member.compareTo(other.member) > 0 ? member : other.member);
        }
    }
}
