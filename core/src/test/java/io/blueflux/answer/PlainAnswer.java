// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Tells which answers {@link DomReader} reads as the decoders do: each field stands once and holds what it should, each list its
 * items. What else a server may print has tests of its own.
 */
final class PlainAnswer {
    private static final Map<String, Set<String>> CONTAINERS = Map.ofEntries(
            Map.entry("meetings", Set.of("meeting")),
            Map.entry("attendees", Set.of("attendee")),
            Map.entry("breakoutRooms", Set.of("breakout", "breakoutRoom")),
            Map.entry("recordings", Set.of("recording")),
            Map.entry("playback", Set.of("format")),
            Map.entry("data", Set.of("format")),
            Map.entry("preview", Set.of("images")),
            Map.entry("images", Set.of("image")),
            Map.entry("breakout", Set.of("parentId", "sequence", "freeJoin")));
    private static final String BREAKOUT = "breakout"; // of a room, once; within its parent one of many
    private static final Set<String> OF_MEETING = Set.of("parentMeetingID", "sequence", "freeJoin");
    private static final Set<String> REPEATED =
            Set.of("meeting", "attendee", "breakout", "breakoutRoom", "recording", "format", "image");
    private static final Set<String> WITH_CHILDREN =
            Set.of("meeting", "attendee", "recording", "format", "metadata", "customdata");
    private static final Set<String> USERS = Set.of("metadata", "customdata");
    private static final Set<String> ROOMS = Set.of("breakout", "breakoutRoom");
    private static final Set<String> TIMES = Set.of("createTime", "startTime", "endTime");
    private static final Set<String> NUMBERS = Set.of(
            "duration participantCount listenerCount voiceParticipantCount videoCount maxUsers moderatorCount sequence participants"
                    .concat(" rawSize size processingTime length totalElements")
                    .split(" "));
    private static final Set<String> FLAGS = Set.of(
            "running hasUserJoined recording hasBeenForciblyEnded isBreakout freeJoin isPresenter isListeningOnly hasJoinedVoice"
                    .concat(" hasVideo published protected")
                    .split(" "));

    private PlainAnswer() {}

    /** Whether an answer to a list is one; it holds the list once. */
    static boolean is(Element root, String list) {
        return root.getNodeName().equals("response")
                && "SUCCESS".equals(DomReader.text(root, "returncode"))
                && DomReader.children(root).stream()
                                .filter(child -> child.getNodeName().equals(list))
                                .count()
                        == 1
                && DomReader.children(root).stream()
                        .filter(child -> child.getNodeName().equals(list))
                        .allMatch(PlainAnswer::isPlain);
    }

    private static boolean isPlain(Element element) {
        String name = element.getNodeName();
        List<Element> children = DomReader.children(element);
        if (!DomReader.isKnown(name)) {
            return name.indexOf(':') < 0;
        }
        if (children.isEmpty() && !WITH_CHILDREN.contains(name)) {
            return isPlain(name, element.getTextContent().trim()) && hasPlainSize(element);
        }
        Set<String> expected = isOfMeeting(element) ? OF_MEETING : CONTAINERS.get(name);
        Set<String> seen = new HashSet<>();
        return (expected != null || WITH_CHILDREN.contains(name))
                && children.stream()
                        .map(Element::getNodeName)
                        .allMatch(child -> expected == null || expected.contains(child))
                && fields(children)
                        .map(Element::getNodeName)
                        .allMatch(child -> (expected != null && REPEATED.contains(child))
                                || (seen.add(child) && (child.equals(BREAKOUT) || !REPEATED.contains(child))))
                && (USERS.contains(name)
                        ? children.stream()
                                .allMatch(child -> DomReader.children(child).isEmpty())
                        : children.stream().allMatch(PlainAnswer::isPlain));
    }

    /** What a meeting tells of itself as a breakout room may stand in an element of its own or not, and not in both. */
    private static Stream<Element> fields(List<Element> children) {
        return children.stream()
                .flatMap(child -> isOfMeeting(child)
                        ? Stream.concat(Stream.of(child), DomReader.children(child).stream())
                        : Stream.of(child));
    }

    private static boolean isOfMeeting(Element element) {
        return element.getNodeName().equals(BREAKOUT)
                && element.getParentNode().getNodeName().equals("meeting");
    }

    private static boolean isPlain(String name, String text) {
        if (TIMES.contains(name)) {
            return text.matches("(0|1[0-9]{12})?");
        }
        if (NUMBERS.contains(name)) {
            return text.matches("(0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}[.,][0-9]{3})?");
        }
        if (FLAGS.contains(name)) {
            return text.matches("true|false");
        }
        return !text.isEmpty() || !ROOMS.contains(name);
    }

    private static boolean hasPlainSize(Element image) {
        return List.of("width", "height").stream()
                .allMatch(name -> image.getAttribute(name).matches("([1-9][0-9]{0,4})?"));
    }
}
