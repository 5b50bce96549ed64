// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.blueflux.fleet.placement.Machines.Machine;
import io.blueflux.fleet.placement.Machines.Placer;
import io.blueflux.fleet.placement.Machines.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three histories in virtual time. The figures are those of the rule as it was designed; the bounds are what users may rely on. */
class PlacementScenariosTest {
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final PlacementRules RULES = PlacementRules.LEAST_LOAD;

    /** Two hundred meetings come up within one minute, at four processes whose last poll was before. */
    @Test
    void meetingsOfOneMinuteAreSpreadOverAllServers() {
        Machines machines = new Machines(22, i -> 1);
        List<Placer> processes = processes(machines, 4);
        Random random = new Random(1048);
        for (int i = 0; i < 200; i++) {
            long now = 300L * (i + 1);
            Room room = new Room("room-%03d".formatted(i), now, 5 + random.nextInt(56), null, Long.MAX_VALUE);
            processes.get(random.nextInt(4)).place(room, now);
        }

        IntSummaryStatistics meetings =
                machines.all.stream().mapToInt(each -> each.rooms.size()).summaryStatistics();
        double ratio = machines.ratio(900 * SECOND);
        assertThat(meetings.getMax()).isLessThanOrEqualTo(11).isEqualTo(10);
        assertThat(meetings.getMin()).isGreaterThanOrEqualTo(7).isEqualTo(8);
        assertThat(ratio).isLessThanOrEqualTo(1.45).isCloseTo(1.269, within(0.0005));
    }

    /** A day of lectures of very different sizes, on servers of two sizes, with two processes that poll every ten seconds. */
    @Test
    void lecturesAreSpreadBySizeAndHintsPay() {
        Day with = new Day(true);
        Day without = new Day(false);

        assertThat(with.mean()).isLessThanOrEqualTo(1.75).isCloseTo(1.666, within(0.0005));
        assertThat(with.worst).isLessThanOrEqualTo(2.5).isCloseTo(2.274, within(0.0005));
        assertThat(with.percentHot()).isLessThanOrEqualTo(18).isCloseTo(15.4, within(0.05));
        assertThat(without.mean()).isGreaterThanOrEqualTo(with.mean() + 0.2).isCloseTo(2.008, within(0.0005));
        assertThat(without.worst).isCloseTo(3.312, within(0.0005));
        assertThat(without.percentHot()).isCloseTo(24.7, within(0.05));
    }

    /** Two processes are asked for the same new meeting at the same moment, a thousand times. */
    @Test
    void processesThatNeverTalkChooseTheSameServer() {
        double[] weights = {0.5, 1, 1, 2};
        Machines machines = new Machines(22, i -> weights[i % 4]);
        List<Placer> processes = processes(machines, 2);
        Random random = new Random(1172);
        int differing = 0;
        for (int i = 0; i < 1_000; i++) {
            long now = 2 * SECOND * (i + 1);
            machines.all.forEach(each -> each.rooms.removeIf(room -> room.end() <= now));
            poll(machines, processes, i, now);
            int size = 5 + random.nextInt(76);
            long end = now + SECOND * (600 + random.nextInt(1_200));
            Room room = new Room("m-%04d".formatted(i), now, size, null, end);
            int first = random.nextInt(2);
            Machine other = processes.get(1 - first).chosen(room, now);
            differing += processes.get(first).place(room, now) == other ? 0 : 1;
        }

        assertThat(differing).isZero();
    }

    /** Each polls each server every twenty seconds, the two ten seconds apart. */
    private static void poll(Machines machines, List<Placer> processes, int round, long now) {
        for (int j = 0; j < processes.size(); j++) {
            for (int q = 0; q < machines.all.size(); q++) {
                if ((round + 5 * j + q) % 10 == 0) {
                    processes.get(j).look(machines.all.get(q), now);
                }
            }
        }
    }

    private static List<Placer> processes(Machines machines, int count) {
        return Stream.generate(() -> machines.new Placer(RULES)).limit(count).toList();
    }

    private static final class Day {
        private record Lecture(long start, int size, long duration, String id, int process) {}

        private final Machines machines = new Machines(12, i -> i % 3 == 0 ? 2 : 1);
        private final List<Placer> processes = processes(machines, 2);
        private double sum;
        private int samples;
        private double worst;
        private double hot;
        private double all;

        Day(boolean hints) {
            List<Lecture> lectures = lectures();
            int next = 0;
            for (long tick = 0; tick < 9 * HOUR; tick += 10 * SECOND) {
                long now = tick;
                processes.forEach(process -> machines.all.forEach(machine -> process.look(machine, now)));
                for (; next < lectures.size() && lectures.get(next).start() < tick + 10 * SECOND; next++) {
                    place(lectures.get(next), hints);
                }
                long inHour = tick % HOUR;
                if (tick < 8 * HOUR && inHour >= 1_200 * SECOND && inHour <= 2_700 * SECOND && inHour % 300_000 == 0) {
                    sample(tick);
                }
                machines.all.forEach(each -> each.rooms.removeIf(room -> room.end() <= now));
            }
        }

        private static List<Lecture> lectures() {
            Random random = new Random(338);
            List<Lecture> lectures = new ArrayList<>();
            for (int hour = 0; hour < 8; hour++) {
                for (int j = 0; j < 40; j++) {
                    int size = (int) Math.min(300, Math.max(5, 22 * Math.exp(0.9 * normal(random))));
                    long start = hour * HOUR + random.nextInt(300) * SECOND;
                    long duration = (2_700 + random.nextInt(900)) * SECOND;
                    lectures.add(new Lecture(start, size, duration, "h%d-%02d".formatted(hour, j), random.nextInt(2)));
                }
            }
            lectures.sort(Comparator.comparing(Lecture::start).thenComparing(Lecture::id));
            return lectures;
        }

        private static double normal(Random random) {
            double sum = 0;
            for (int i = 0; i < 12; i++) {
                sum += random.nextDouble();
            }
            return sum - 6;
        }

        private void place(Lecture lecture, boolean hints) {
            long now = lecture.start() + 500;
            Integer hint = hints ? lecture.size() : null;
            Room room = new Room(lecture.id(), now, lecture.size(), hint, lecture.start() + lecture.duration());
            processes.get(lecture.process()).place(room, now);
        }

        private void sample(long now) {
            double ratio = machines.ratio(now);
            double mean = machines.mean(now);
            worst = Math.max(worst, ratio);
            sum += ratio;
            samples++;
            for (Machine each : machines.all) {
                double people = each.participants(now);
                all += people;
                hot += each.load(now) > 1.5 * mean ? people : 0;
            }
        }

        double mean() {
            assertThat(samples).isEqualTo(48);
            return sum / samples;
        }

        double percentHot() {
            return 100 * hot / all;
        }
    }
}
