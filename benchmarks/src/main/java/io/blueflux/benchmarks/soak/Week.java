// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.benchmarks.truth.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What befalls the fleet, minute by minute. In the first half of each a twentieth of the servers is ill; in the second these get well
 * and must be known again.
 */
final class Week {
    private static final Duration DEADLINE = Duration.ofSeconds(10); // of a poll
    private static final int PARTS = 6; // of a minute
    private static final int WELL = 3; // the part in which they get well
    private static final int NEW_SECRET = 1; // the part in which the fleet is given secrets that changed
    private static final int HELD_BACK = 10; // in a hundred, not in the fleet at first
    private static final int CHANGES = 3; // servers that come and that go a minute
    private static final int DRAINED = 2;

    private static final List<Ailment> AILMENTS =
            Stream.of(Ailment.values()).filter(each -> each != Ailment.NONE).toList();

    private final int servers;
    private final Duration interval;
    private final SplittableRandom random;
    private final Ward ward;
    private final Fleet fleet;
    private final Hooks hooks;
    private final Stays stays;
    private final Map<Integer, Stay> here = new LinkedHashMap<>();
    private final List<Integer> away = new ArrayList<>();
    private final List<Stay> draining = new ArrayList<>();
    private final Map<Integer, Integer> secrets = new HashMap<>();
    private final Map<Integer, Integer> moves = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int ailments;

    Week(int servers, Duration interval, long seed, Ward ward, Fleet fleet, Hooks hooks, Stays stays) {
        this.servers = servers;
        this.interval = interval;
        this.random = new SplittableRandom(seed);
        this.ward = ward;
        this.fleet = fleet;
        this.hooks = hooks;
        this.stays = stays;
    }

    /** For how long something has to be so before it must have been told: two polls, and a while for who is late. */
    Duration patience() {
        return interval.multipliedBy(2).plusSeconds(2);
    }

    /** How long it may take until a server that gets well is known: a call that hangs, the longest pause, and two polls. */
    private Duration recovery() {
        return DEADLINE.plus(interval.multipliedBy(Soak.LONGEST_BACKOFF_INTERVALS + 2));
    }

    /** Adds the servers that are in the fleet from the begin on. */
    void begin() throws IOException {
        for (int server = 0; server < servers; server++) {
            fleet.lead(server, 0, true);
            if (random.nextInt(100) < HELD_BACK) {
                away.add(server);
            } else {
                come(server);
            }
        }
    }

    /** Lets a minute pass, and a bit less time than that. */
    void minute(Duration length) throws IOException, InterruptedException {
        long begin = System.currentTimeMillis();
        settleDrained();
        Map<Stay, Ailment> ill = fallIll();
        change();
        for (int part = 1; part < PARTS; part++) {
            hooks.send();
            Pauses.until(begin + length.toMillis() * part / PARTS);
            if (part == NEW_SECRET) {
                giveSecrets(ill);
            }
            if (part == WELL) {
                getWell(ill);
            }
        }
        Pauses.until(begin + length.toMillis());
    }

    private Map<Stay, Ailment> fallIll() throws IOException {
        Map<Stay, Ailment> ill = new LinkedHashMap<>();
        List<Stay> all = new ArrayList<>(here.values());
        for (int i = all.size() / 20; i > 0; i--) {
            Stay stay = all.remove(random.nextInt(all.size()));
            Ailment ailment = AILMENTS.get(random.nextInt(AILMENTS.size()));
            ill.put(stay, ailment);
            stays.ail(stay, System.currentTimeMillis());
            befall(stay, ailment);
            ailments++;
        }
        return ill;
    }

    private void befall(Stay stay, Ailment ailment) throws IOException {
        int server = stay.server();
        switch (ailment) {
            case REFUSES -> fleet.lead(server, moves.getOrDefault(server, 0), false);
            case MOVES -> fleet.lead(server, moves.merge(server, 1, Integer::sum), true);
            case SECRET -> ward.secret(server, secrets.merge(server, 1, Integer::sum));
            default -> {}
        }
        ward.ail(server, ailment);
    }

    private void giveSecrets(Map<Stay, Ailment> ill) throws IOException {
        for (Map.Entry<Stay, Ailment> each : ill.entrySet()) {
            if (each.getValue() == Ailment.SECRET && isHere(each.getKey())) {
                fleet.secret(each.getKey(), secret(each.getKey().server()));
            }
        }
    }

    private void getWell(Map<Stay, Ailment> ill) throws IOException {
        for (Stay stay : ill.keySet()) {
            ward.ail(stay.server(), Ailment.NONE);
            fleet.lead(stay.server(), moves.getOrDefault(stay.server(), 0), true);
            stays.recover(stay, System.currentTimeMillis() + recovery().toMillis());
        }
    }

    /** Some come, some go, some are drained. */
    private void change() throws IOException {
        for (int i = 0; i < CHANGES + DRAINED && !away.isEmpty(); i++) {
            int server = away.remove(random.nextInt(away.size()));
            ward.open(server);
            come(server);
        }
        for (int i = 0; i < CHANGES + DRAINED; i++) {
            Stay stay = new ArrayList<>(here.values()).get(random.nextInt(here.size()));
            here.remove(stay.server());
            stays.go(stay, System.currentTimeMillis());
            if (i < CHANGES) {
                fleet.remove(stay);
                away.add(stay.server());
            } else {
                fleet.drain(stay);
                ward.close(stay.server());
                draining.add(stay);
            }
        }
    }

    /** Those that were drained a minute ago have left by now. */
    private void settleDrained() {
        for (Stay stay : draining) {
            if (!stays.isToldGone(stay)) {
                wrong.add(stay.name() + " was drained a minute ago, and is still here");
            }
            away.add(stay.server());
        }
        draining.clear();
    }

    private void come(int server) throws IOException {
        long now = System.currentTimeMillis();
        Stay stay = stays.come(server, now, now + recovery().toMillis());
        here.put(server, stay);
        fleet.add(stay, secret(server));
    }

    private boolean isHere(Stay stay) {
        return here.get(stay.server()) == stay;
    }

    private int secret(int server) {
        return secrets.getOrDefault(server, 0);
    }

    int ailments() {
        return ailments;
    }

    int stays() {
        return stays.count();
    }

    long events() {
        return stays.heard();
    }

    long meetingsEnded() {
        return ward.ended();
    }

    /** Finds what was told and was not so, and what was so and was not told. */
    List<String> check() {
        long now = System.currentTimeMillis();
        List<String> found = new ArrayList<>(wrong);
        found.addAll(stays.check(
                stay -> stay.check(ward.facts(stay.server()), patience().toMillis(), now)));
        return found;
    }
}
