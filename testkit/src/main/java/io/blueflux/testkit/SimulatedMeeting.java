// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A meeting on a simulated server: a handle by which a test scripts it while clients watch. Thread-safe; each setter
 * takes effect for the next answer and returns the handle.
 */
public final class SimulatedMeeting {
    static final int NEVER = 0;
    private static final long MINUTE = 60_000;

    private final Identity identity;
    private final MeetingStore store;
    private volatile String name;
    private volatile String attendeePw = "";
    private volatile String moderatorPw = "";
    private volatile String voiceBridge;
    private volatile String dialNumber = "613-555-1234";
    private volatile int duration;
    private volatile int maxParticipants;
    private volatile boolean recording;
    private volatile boolean userJoined;
    private volatile boolean ended;
    private volatile long endsAt = Long.MAX_VALUE;
    private volatile long lastLeftAt;
    private volatile int expiresWithoutUserMinutes = 5;
    private volatile int expiresAfterLastUserMinutes = 1;
    private volatile Breakout breakout = Breakout.NONE;
    private volatile Map<String, String> metadata = Map.of();
    private volatile Map<String, String> createParameters = Map.of();
    private volatile List<SimulatedAttendee> attendees = List.of();
    private volatile List<SlideDocument> documents = List.of();
    private volatile List<SimulatedChatMessage> chatMessages = List.of();
    /** The server's own IDs of those who came by a join call. */
    private final Map<SimulatedAttendee, String> internalUserIds = Collections.synchronizedMap(new IdentityHashMap<>());

    /** What never changes: the key is the ID that the creator gave, which a breakout room does not keep. */
    record Identity(String key, String meetingId, String internalMeetingId, long createTime, long order) {}

    /** The breakout fields; {@link #NONE} for an ordinary meeting. */
    record Breakout(String parentInternalId, int sequence, boolean freeJoin) {
        static final Breakout NONE = new Breakout("", 0, false);
    }

    SimulatedMeeting(Identity identity, MeetingStore store) {
        this.identity = identity;
        this.store = store;
        this.name = identity.meetingId();
        this.voiceBridge = Long.toString(10_000 + identity.order() % 90_000);
    }

    /**
     * Returns the external ID.
     *
     * @return {@code meetingID}
     */
    public String meetingId() {
        return identity.meetingId();
    }

    /**
     * Returns the server's own ID.
     *
     * @return {@code internalMeetingID}
     */
    public String internalMeetingId() {
        return identity.internalMeetingId();
    }

    /**
     * Returns when the meeting was created.
     *
     * @return {@code createTime}, milliseconds since the epoch
     */
    public long createTime() {
        return identity.createTime();
    }

    /**
     * Returns the attendees.
     *
     * @return a snapshot, in the order they came
     */
    public List<SimulatedAttendee> attendees() {
        return attendees;
    }

    /**
     * Returns the documents that came with the create call, then those of insertDocument calls.
     *
     * @return the documents in the order sent; empty for a scripted meeting
     */
    public List<SlideDocument> documents() {
        return documents;
    }

    /**
     * Returns what was said in the public chat.
     *
     * @return the messages, the oldest first
     */
    public List<SimulatedChatMessage> chatMessages() {
        return chatMessages;
    }

    /**
     * Returns the parameters of the create call.
     *
     * @return decoded values by wire name; empty for a scripted meeting
     */
    public Map<String, String> createParameters() {
        return createParameters;
    }

    /**
     * Returns the metadata.
     *
     * @return texts by lower-case name, in order
     */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Tells whether the meeting was ended, by a call or by the test; an expired one merely disappears.
     *
     * @return true once it is ended
     */
    public boolean ended() {
        return ended;
    }

    /**
     * Sets {@code meetingName}; the ID by default.
     *
     * @param value any text; control characters make the server's lists malformed
     * @return this
     */
    public SimulatedMeeting name(String value) {
        name = Objects.requireNonNull(value, "name");
        return this;
    }

    /**
     * Sets {@code attendeePW}; none by default, and then the element is absent.
     *
     * @param value the password
     * @return this
     */
    public SimulatedMeeting attendeePw(String value) {
        attendeePw = Objects.requireNonNull(value, "attendeePw");
        return this;
    }

    /**
     * Sets {@code moderatorPW}; none by default, and then the element is absent.
     *
     * @param value the password
     * @return this
     */
    public SimulatedMeeting moderatorPw(String value) {
        moderatorPw = Objects.requireNonNull(value, "moderatorPw");
        return this;
    }

    /**
     * Sets {@code voiceBridge}; five digits by default.
     *
     * @param value digits
     * @return this
     */
    public SimulatedMeeting voiceBridge(String value) {
        voiceBridge = Objects.requireNonNull(value, "voiceBridge");
        return this;
    }

    /**
     * Sets {@code dialNumber}.
     *
     * @param value the number, or an empty text
     * @return this
     */
    public SimulatedMeeting dialNumber(String value) {
        dialNumber = Objects.requireNonNull(value, "dialNumber");
        return this;
    }

    /**
     * Sets {@code duration}, after which the meeting is ended.
     *
     * @param minutes 0, the default, for no limit
     * @return this
     */
    public SimulatedMeeting duration(int minutes) {
        duration = minutes;
        return this;
    }

    /**
     * Sets {@code maxUsers}.
     *
     * @param value 0, the default, for no limit
     * @return this
     */
    public SimulatedMeeting maxParticipants(int value) {
        maxParticipants = value;
        return this;
    }

    /**
     * Sets {@code recording}: whether recording is allowed; false by default.
     *
     * @param value the flag
     * @return this
     */
    public SimulatedMeeting recording(boolean value) {
        recording = value;
        return this;
    }

    /**
     * Sets when an empty meeting disappears.
     *
     * @param withoutUserMinutes minutes after creation if nobody joined; 0 for never; 5 by default
     * @param afterLastUserMinutes minutes after the last attendee left; 0 for never; 1 by default
     * @return this
     */
    public SimulatedMeeting expires(int withoutUserMinutes, int afterLastUserMinutes) {
        expiresWithoutUserMinutes = withoutUserMinutes;
        expiresAfterLastUserMinutes = afterLastUserMinutes;
        return this;
    }

    /**
     * Adds or replaces one entry of the metadata.
     *
     * @param key the element's name; printed in lower case, as a real server stores it
     * @param value its text
     * @return this
     */
    public synchronized SimulatedMeeting metadata(String key, String value) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Map<String, String> more = new LinkedHashMap<>(metadata);
        more.put(key.toLowerCase(Locale.ROOT), value);
        metadata = Collections.unmodifiableMap(more);
        return this;
    }

    /**
     * Lets a viewer in.
     *
     * @param userId {@code userID}
     * @param fullName {@code fullName}
     * @return this
     */
    public SimulatedMeeting addAttendee(String userId, String fullName) {
        return addAttendee(SimulatedAttendee.viewer(userId, fullName));
    }

    /**
     * Lets somebody in.
     *
     * @param attendee who
     * @return this
     */
    public SimulatedMeeting addAttendee(SimulatedAttendee attendee) {
        Objects.requireNonNull(attendee, "attendee");
        return addAttendees(List.of(attendee));
    }

    /**
     * Lets several people in.
     *
     * @param more who
     * @return this
     */
    public synchronized SimulatedMeeting addAttendees(Collection<SimulatedAttendee> more) {
        Objects.requireNonNull(more, "more");
        more.forEach(attendee -> Objects.requireNonNull(attendee, "more"));
        List<SimulatedAttendee> all = new ArrayList<>(attendees.size() + more.size());
        all.addAll(attendees);
        all.addAll(more);
        attendees = Collections.unmodifiableList(all);
        userJoined |= !more.isEmpty();
        more.forEach(attendee -> store.joined(this, attendee));
        return this;
    }

    /**
     * Lets everybody with a {@code userID} leave.
     *
     * @param userId {@code userID}
     * @return this
     */
    public synchronized SimulatedMeeting removeAttendee(String userId) {
        Objects.requireNonNull(userId, "userId");
        List<SimulatedAttendee> left =
                attendees.stream().filter(who -> !who.userId().equals(userId)).toList();
        if (left.size() < attendees.size()) {
            List<SimulatedAttendee> gone = attendees.stream()
                    .filter(who -> who.userId().equals(userId))
                    .toList();
            attendees = left;
            lastLeftAt = store.now();
            gone.forEach(attendee -> store.left(this, attendee));
            gone.forEach(internalUserIds::remove);
        }
        return this;
    }

    /**
     * Says something in the public chat.
     *
     * @param userName who says it
     * @param text what is said
     * @return this
     */
    public synchronized SimulatedMeeting chat(String userName, String text) {
        Objects.requireNonNull(userName, "userName");
        Objects.requireNonNull(text, "text");
        long now = store.now();
        SimulatedChatMessage message =
                new SimulatedChatMessage(now + "-" + (chatMessages.size() + 1), userName, text, now);
        List<SimulatedChatMessage> all = new ArrayList<>(chatMessages);
        all.add(message);
        chatMessages = Collections.unmodifiableList(all);
        store.chatSent(this, message);
        return this;
    }

    /** Ends the meeting and its breakout rooms: they are gone from the next answer on. */
    public void end() {
        store.end(this);
    }

    /** Returns the meeting's ID. */
    @Override
    public String toString() {
        return "meeting " + identity.meetingId();
    }

    /** The first of several ends counts. */
    synchronized void endsAt(long time) {
        endsAt = Math.min(endsAt, time);
    }

    boolean endedByCall(long now) {
        return now >= endsAt;
    }

    /** The names of the features are taken as they stand, with their blanks. */
    boolean presentationDisabled() {
        return feature("disabledFeatures") && !feature("disabledFeaturesExclude");
    }

    private boolean feature(String parameter) {
        return List.of(createParameters.getOrDefault(parameter, "").split(",", -1))
                .contains("presentation");
    }

    void markEnded() {
        ended = true;
    }

    void breakout(Breakout value) {
        breakout = value;
    }

    void created(Map<String, String> parameters, List<SlideDocument> withDocuments) {
        createParameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        documents = List.copyOf(withDocuments);
    }

    synchronized void inserted(List<SlideDocument> more) {
        List<SlideDocument> all = new ArrayList<>(documents);
        all.addAll(more);
        documents = List.copyOf(all);
    }

    /** Lets somebody in under an internal ID that the server has told him. */
    void join(SimulatedAttendee attendee, String internalUserId) {
        internalUserIds.put(attendee, internalUserId);
        addAttendee(attendee);
    }

    /** Returns the server's own ID of an attendee; for a scripted one it is derived from the external ID. */
    String internalUserId(SimulatedAttendee attendee) {
        String told = internalUserIds.get(attendee);
        return told == null
                ? "w_" + Digests.sha1(internalMeetingId() + attendee.userId()).substring(0, 12)
                : told;
    }

    boolean alive(long now) {
        if (ended || endedByCall(now) || (duration > 0 && now >= createTime() + duration * MINUTE)) {
            return false;
        }
        if (!userJoined) {
            return expiresWithoutUserMinutes == NEVER || now < createTime() + expiresWithoutUserMinutes * MINUTE;
        }
        boolean abandoned = attendees.isEmpty() && expiresAfterLastUserMinutes != NEVER;
        return !abandoned || now < lastLeftAt + expiresAfterLastUserMinutes * MINUTE;
    }

    Identity identity() {
        return identity;
    }

    Breakout breakout() {
        return breakout;
    }

    boolean isBreakout() {
        return !breakout.parentInternalId().isEmpty();
    }

    String name() {
        return name;
    }

    String attendeePw() {
        return attendeePw;
    }

    String moderatorPw() {
        return moderatorPw;
    }

    String voiceBridge() {
        return voiceBridge;
    }

    String dialNumber() {
        return dialNumber;
    }

    int duration() {
        return duration;
    }

    int maxParticipants() {
        return maxParticipants;
    }

    boolean recording() {
        return recording;
    }

    boolean userJoined() {
        return userJoined;
    }
}
