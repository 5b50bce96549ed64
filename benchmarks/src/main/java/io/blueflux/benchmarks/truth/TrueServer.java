// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.truth;

import io.blueflux.benchmarks.input.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server as it is: its meetings and who is in them. Each change is recorded before an answer can show it. Not thread-safe. */
public final class TrueServer {
    private final String name;
    private final Consumer<Told> record;
    private final Map<String, TrueMeeting> meetings = new LinkedHashMap<>();
    private int lastMeeting;
    private int lastUser;
    private byte @Nullable [] answer;

    public TrueServer(String name, Consumer<Told> record) {
        this.name = name;
        this.record = record;
        tell(Told.THERE, name);
    }

    public String name() {
        return name;
    }

    /** Creates a meeting and returns its id. */
    public String create(int users) {
        String id = "m" + ++lastMeeting;
        TrueMeeting meeting = create(id, id);
        for (int i = 0; i < users; i++) {
            join(meeting);
        }
        return meeting.id();
    }

    private TrueMeeting create(String id, String course) {
        TrueMeeting meeting = new TrueMeeting(id, course, System.currentTimeMillis());
        meetings.put(id, meeting);
        tell(Told.THERE, name + "/" + id);
        return meeting;
    }

    /** Creates the meeting of a course, if there is none, and returns the answer to create. */
    public byte[] created(String course) {
        TrueMeeting known = of(course);
        Markup xml = new Markup("\n");
        (known == null ? create("m" + ++lastMeeting, course) : known).created(xml, known == null);
        return xml.take();
    }

    /** Returns the answer to getMeetingInfo. */
    public byte[] info(String course) {
        TrueMeeting meeting = of(course);
        Markup xml = new Markup("\n");
        if (meeting == null) {
            xml.open("response")
                    .leaf("returncode", "FAILED")
                    .leaf("messageKey", "notFound")
                    .close("response");
        } else {
            meeting.info(xml);
        }
        return xml.take();
    }

    private @Nullable TrueMeeting of(String course) {
        return meetings.values().stream()
                .filter(meeting -> meeting.course().equals(course))
                .findFirst()
                .orElse(null);
    }

    /** Ends a meeting, if it has not ended. */
    public void end(String id) {
        TrueMeeting meeting = meetings.remove(id);
        if (meeting != null) {
            meeting.users().forEach(user -> tell(Told.GONE, path(meeting, user)));
            tell(Told.GONE, name + "/" + id);
        }
    }

    public List<TrueMeeting> meetings() {
        return new ArrayList<>(meetings.values());
    }

    public void join(TrueMeeting meeting) {
        String user = "u" + ++lastUser;
        meeting.users().add(user);
        tell(Told.THERE, path(meeting, user));
    }

    /** The one leaves who came first. */
    public void leave(TrueMeeting meeting) {
        String user = meeting.users().iterator().next();
        meeting.users().remove(user);
        tell(Told.GONE, path(meeting, user));
    }

    private String path(TrueMeeting meeting, String user) {
        return name + "/" + meeting.id() + "/" + user;
    }

    private void tell(char sign, String key) {
        answer = null;
        record.accept(new Told(sign, key, System.currentTimeMillis()));
    }

    /** Returns the answer to getMeetings. */
    public byte[] answer() {
        byte[] known = answer;
        if (known == null) {
            Markup xml = new Markup("\n");
            xml.open("response").leaf("returncode", "SUCCESS").open("meetings");
            meetings.values().forEach(meeting -> meeting.write(xml));
            xml.close("meetings").close("response");
            known = xml.take();
            answer = known;
        }
        return known;
    }
}
