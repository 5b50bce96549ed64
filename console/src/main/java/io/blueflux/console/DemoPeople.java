// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.testkit.SimulatedAttendee;
import io.blueflux.testkit.SimulatedMeeting;
import io.blueflux.testkit.SimulatedServer;
import java.util.List;
import java.util.Random;

/** The meetings of the demo and who is in them: the same on every run. */
final class DemoPeople {
    private static final int MOST_MEETINGS = 9;
    private static final List<String> TITLES = List.of(
            "Linear Algebra",
            "Staff Meeting",
            "Deutsch B2",
            "Organic Chemistry Lab",
            "Thesis Colloquium",
            "日本語 初級",
            "Histoire de l'Art",
            "Parents' Evening 7b",
            "שיעור עברית",
            "Open Office Hours",
            "Choir Practice",
            "<b>Web</b> Design & CSS");
    private static final List<String> NAMES = List.of(
            "Anna Müller",
            "Jörg Østergård",
            "Zoë Smith",
            "Łukasz Kovač",
            "Мария Иванова",
            "Ελένη Παππά",
            "李小明",
            "ليلى حداد",
            "Søren Núñez",
            "Amélie d'Arc",
            "Noa O'Brien",
            "Ji-woo Nguyễn",
            "Tomás Şahin");

    private final Random random = new Random(7);
    private int created;

    void movedIn(List<SimulatedServer> all) {
        for (SimulatedServer server : all) {
            for (int i = 2 + random.nextInt(4); i > 0; i--) {
                open(server, 3 + random.nextInt(25));
            }
        }
    }

    /** Every step somebody joins or leaves; now and then a meeting begins or ends. */
    void move(List<SimulatedServer> all, long step) {
        SimulatedServer server = all.get(random.nextInt(all.size()));
        List<SimulatedMeeting> running =
                server.meetings().stream().filter(meeting -> !meeting.ended()).toList();
        if (running.isEmpty() || (step % 6 == 0 && running.size() < MOST_MEETINGS)) {
            open(server, 1 + random.nextInt(4));
        } else {
            SimulatedMeeting meeting = running.get(random.nextInt(running.size()));
            if (step % 10 == 0 && running.size() > 2) {
                meeting.end();
            } else if (random.nextInt(3) > 0 || meeting.attendees().size() < 2) {
                join(meeting);
            } else {
                List<SimulatedAttendee> there = meeting.attendees();
                meeting.removeAttendee(there.get(random.nextInt(there.size())).userId());
            }
        }
    }

    private void open(SimulatedServer server, int people) {
        created++;
        String title = TITLES.get(created % TITLES.size());
        SimulatedMeeting meeting =
                server.createMeeting("room-" + created, room -> room.name(title).recording(created % 3 == 0));
        for (int i = 0; i < people; i++) {
            join(meeting);
        }
    }

    private void join(SimulatedMeeting meeting) {
        int number = meeting.attendees().size();
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String userId = "user-" + random.nextInt(1_000_000);
        SimulatedAttendee who = number == 0
                ? SimulatedAttendee.moderator(userId, name).withPresenter().withVoice()
                : SimulatedAttendee.viewer(userId, name);
        if (number > 0 && random.nextInt(3) == 0) {
            who = who.withVoice();
        }
        meeting.addAttendee(random.nextInt(4) == 0 ? who.withVideo(1) : who);
    }
}
