// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.SimulatedRecording.Format;
import io.blueflux.testkit.SimulatedRecording.Image;
import java.util.ArrayList;
import java.util.List;

/** Meetings, people and recordings that look real and are the same on every run. */
final class Population {
    private static final String HOST = "https://bbb.example.org/";
    private static final int A_WEEK = 7 * 24 * 60;
    private static final long FIRST_RECORDING = 1_767_254_400_000L;
    private static final List<String> SUBJECTS = List.of(
            "Algebra & Analysis II",
            "Übung Physik <A>",
            "日本語 初級",
            "Weekly stand-up",
            "Histoire de l'Art",
            "Λογική",
            "\"Quantum\" 101",
            "שיעור עברית",
            "Office hours",
            "Lektürekurs: Kafka",
            "Математика 7б",
            "Choir 🎶");
    private static final List<String> FIRST_NAMES = List.of(
            "Anna", "Jörg", "Zoë", "Łukasz", "Мария", "Ελένη", "小明", "ليلى", "Søren", "Amélie", "Noa", "Ji-woo",
            "Tomás");
    private static final List<String> LAST_NAMES = List.of(
            "Müller",
            "O'Brien",
            "Núñez",
            "李",
            "Østergård",
            "Ivanova",
            "Smith & Sons",
            "Şahin",
            "Nguyễn",
            "d'Arc",
            "Kovač");

    private Population() {}

    static String meetingName(int index) {
        return SUBJECTS.get(index % SUBJECTS.size()) + " #" + index;
    }

    static List<SimulatedAttendee> attendees(int count) {
        List<SimulatedAttendee> attendees = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attendees.add(attendee(i));
        }
        return attendees;
    }

    /** The first presents; every fifth listens only, every fourth has a camera, one in fifty dialled in. */
    private static SimulatedAttendee attendee(int i) {
        String name = FIRST_NAMES.get(i % FIRST_NAMES.size()) + " " + LAST_NAMES.get(i % LAST_NAMES.size());
        if (i == 0) {
            return SimulatedAttendee.moderator("user-0", name)
                    .withPresenter()
                    .withVoice()
                    .withVideo(2)
                    .withCustomdata("bbb_auto_join_audio", "true");
        }
        if (i % 50 == 49) {
            return SimulatedAttendee.viewer("v_dialin" + i, "+4930" + (1_000_000 + i))
                    .withRole("DIAL-IN-USER")
                    .withVoice()
                    .withClientType("DIAL-IN");
        }
        SimulatedAttendee viewer = SimulatedAttendee.viewer("user-" + i, name);
        SimulatedAttendee heard = i % 5 == 0 ? viewer.withListeningOnly() : viewer.withVoice();
        SimulatedAttendee seen = i % 4 == 0 ? heard.withVideo(1) : heard;
        return i % 5 == 1 ? seen.withCustomdata("department", "R&D <" + i % 7 + ">") : seen;
    }

    static void furnish(SimulatedMeeting meeting, int index, List<SimulatedAttendee> attendees) {
        meeting.name(meetingName(index))
                .attendeePw("ap-" + index)
                .moderatorPw("mp-" + index)
                .maxParticipants(index % 3 == 0 ? 1250 : 0)
                .recording(index % 2 == 0)
                .duration(index % 4 == 0 ? A_WEEK : 0)
                .expires(SimulatedMeeting.NEVER, SimulatedMeeting.NEVER)
                .metadata("bbb-context", "Course " + index + " & friends")
                .metadata("bbb-origin", "Moodle")
                .metadata("bbb-origin-server-name", "lms.example.org")
                .addAttendees(attendees);
    }

    static SimulatedRecording recording(int index) {
        String meetingId = "room-" + index % 200;
        long start = FIRST_RECORDING + index * 60_000L;
        String id = Digests.sha1(meetingId) + "-" + start;
        String name = meetingName(index);
        SimulatedRecording.Builder recording = SimulatedRecording.builder(id, meetingId)
                .name(name)
                .state(index % 10 == 9 ? "unpublished" : "published")
                .times(start, start + 1_800_000)
                .participants(2 + index % 30)
                .rawSize(100_000_000L * (1 + index % 50))
                .metadata("isBreakout", "false")
                .metadata("meetingId", meetingId)
                .metadata("meetingName", name)
                .metadata("bbb-context", "Course " + index % 12)
                .format(presentation(id));
        if (index % 4 == 0) {
            recording.format(new Format("video", HOST + "playback/video/" + id + "/", 9000, 29, 2_500_000, List.of()));
        }
        return recording.build();
    }

    private static Format presentation(String id) {
        List<Image> images = new ArrayList<>();
        for (int slide = 1; slide <= 3; slide++) {
            images.add(new Image(
                    HOST + "presentation/" + id + "/thumbnails/thumb-" + slide + ".png", "Slide " + slide, 176, 136));
        }
        return new Format("presentation", HOST + "playback/presentation/2.3/" + id, 7177, 29, 1_000_000, images);
    }
}
