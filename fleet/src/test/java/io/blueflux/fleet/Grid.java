// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A cluster in one JVM and in virtual time: words take a while, overtake each other, and are lost where the network is cut or a member
 * is killed; a member that stands still hears all when it goes on; who is missing is told as such after a while.
 */
final class Grid {
    static final Duration JOIN = Duration.ofMillis(200);
    static final Duration KILLED = Duration.ofMillis(1_100);
    static final Duration FROZEN = Duration.ofMillis(3_500);
    static final Duration MERGE = Duration.ofSeconds(2);

    final List<ClusterWord> told = new ArrayList<>();
    private final Scheduler time;
    private final Random random;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    String pending = "none"; // a process whose part was not moved to it yet
    Predicate<ClusterWord> loses = word -> false;
    private int joins;

    Grid(Scheduler time, Random random) {
        this.time = time;
        this.random = random;
    }

    Node node(String name) {
        return new Node(name);
    }

    private void after(Duration delay, Runnable step) {
        time.schedule(step, delay.toMillis() + random.nextInt(50), TimeUnit.MILLISECONDS);
    }

    /** Tells all who is there, as each of them can see by now. */
    private void tellMembers() {
        List.copyOf(nodes.values()).forEach(node -> node.arrive(() -> node.see(node.visible())));
    }

    private UnaryOperator<String> first(List<String> names) {
        return key -> names.stream()
                .filter(name -> !name.startsWith(pending))
                .max((one, other) -> Integer.compare(NameHash.of(one + key), NameHash.of(other + key)))
                .orElseThrow();
    }

    /** As who holds the newer marks tells them again. */
    private static ClusterWord newer(ClusterWord before, ClusterWord word) {
        return before instanceof ClusterWord.Marks old && word instanceof ClusterWord.Marks marks
                ? marks.after(old)
                : word;
    }

    /** A process. */
    final class Node implements FleetCluster {
        private final String process;
        private final Map<String, ClusterWord> kept = new LinkedHashMap<>();
        private final List<Runnable> missed = new ArrayList<>();
        private final List<Runnable> stopped = new ArrayList<>();
        private @Nullable ClusterHearer hearer;
        private String name = "";
        private int side;
        private boolean frozen;
        private boolean dead;
        boolean seesNothing;
        boolean hearsNothing;
        private List<String> seen = List.of();

        Node(String process) {
            this.process = process;
        }

        @Override
        public Mono<ClusterLink> join(ClusterHearer its) {
            return Mono.delay(JOIN, scheduler()).map(now -> {
                name = process + "-" + ++joins;
                hearer = its;
                nodes.values().stream().filter(this::isVisible).findFirst().ifPresent(other -> kept.putAll(other.kept));
                nodes.put(name, this);
                see(visible());
                kept.values().forEach(its::heard);
                tellMembers();
                return new Link();
            });
        }

        /** The time of this process, which stands still with it. */
        Scheduler scheduler() {
            return new Time();
        }

        /** A worker is a scheduler that is disposed of alone. */
        private final class Time implements Scheduler, Scheduler.Worker {
            private final Worker tasks = time.createWorker();

            @Override
            public long now(TimeUnit unit) {
                return time.now(unit);
            }

            @Override
            public Disposable schedule(Runnable task) {
                return tasks.schedule(() -> run(task));
            }

            @Override
            public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
                return tasks.schedule(() -> run(task), delay, unit);
            }

            @Override
            public Disposable schedulePeriodically(Runnable task, long first, long period, TimeUnit unit) {
                return tasks.schedulePeriodically(() -> run(task), first, period, unit);
            }

            @Override
            public Worker createWorker() {
                return new Time();
            }

            @Override
            public void dispose() {
                tasks.dispose();
            }

            @Override
            public boolean isDisposed() {
                return tasks.isDisposed();
            }
        }

        private void run(Runnable task) {
            if (dead) {
                return;
            }
            if (frozen) {
                stopped.add(task);
            } else {
                task.run();
            }
        }

        void kill() {
            dead = true;
            nodes.remove(name);
            after(KILLED, Grid.this::tellMembers);
        }

        boolean isDead() {
            return dead;
        }

        void freeze() {
            freeze(FROZEN);
        }

        /** Stands still; the others miss it after a while. */
        void freeze(Duration unnoticed) {
            frozen = true;
            after(unnoticed, () -> {
                side = frozen ? 1_000 + ++joins : side;
                tellMembers();
            });
        }

        void thaw() {
            frozen = false;
            List<Runnable> tasks = new ArrayList<>(stopped);
            stopped.clear();
            tasks.forEach(Runnable::run);
            missed.forEach(step -> after(Duration.ZERO, step));
            missed.clear();
            if (side >= 1_000) {
                after(Duration.ofMillis(500), () -> see(visible()));
                after(MERGE, () -> merge(0));
            }
        }

        void cut(int other) {
            side = other;
            after(FROZEN, Grid.this::tellMembers);
        }

        void heal() {
            after(MERGE, () -> merge(0));
        }

        /** Comes back to the others, and takes over what they keep. */
        private void merge(int other) {
            side = other;
            for (Node node : nodes.values()) {
                if (node != this && isVisible(node)) {
                    node.kept.forEach((kind, word) -> arrive(() -> hear(kind, word)));
                    new LinkedHashMap<>(kept).forEach((kind, word) -> {
                        if (word instanceof ClusterWord.Member || word instanceof ClusterWord.Marks) {
                            node.arrive(() -> node.hear(kind, word));
                        }
                    });
                }
            }
            tellMembers();
        }

        /** Sees who is there, if it did not. */
        void look() {
            see(visible());
        }

        private boolean isVisible(Node other) {
            return other.side == side;
        }

        private List<String> visible() {
            return nodes.values().stream()
                    .filter(this::isVisible)
                    .map(node -> node.name)
                    .sorted()
                    .toList();
        }

        private void see(List<String> names) {
            if (hearer != null && !seesNothing && !names.equals(seen) && names.contains(name)) {
                seen = names;
                hearer.members(new ClusterMembers(names, first(names)));
            }
        }

        private void hear(String kind, ClusterWord word) {
            if (word.lasts()) {
                kept.merge(kind, word, Grid::newer);
            }
            if (hearer != null && !hearsNothing) {
                hearer.heard(word);
            }
        }

        private void arrive(Runnable step) {
            after(Duration.ofMillis(1), () -> {
                if (frozen) {
                    missed.add(step);
                } else if (!dead) {
                    step.run();
                }
            });
        }

        private final class Link implements ClusterLink {
            @Override
            public String self() {
                return name;
            }

            @Override
            public void tell(ClusterWord word) {
                if (dead || hearer == null) {
                    return;
                }
                String kind = word.getClass().getSimpleName() + ' ' + word.key();
                told.add(word);
                if (loses.test(word)) {
                    return;
                }
                if (word.lasts()) {
                    kept.put(kind, word);
                }
                nodes.values().stream()
                        .filter(node -> node != Node.this && isVisible(node))
                        .forEach(node -> node.arrive(() -> node.hear(kind, word)));
            }

            @Override
            public Mono<Void> leave() {
                return Mono.delay(Duration.ofMillis(100), scheduler())
                        .doOnNext(now -> {
                            hearer = null;
                            seen = List.of();
                            kept.clear();
                            nodes.remove(name);
                            tellMembers();
                        })
                        .then();
            }
        }
    }
}
