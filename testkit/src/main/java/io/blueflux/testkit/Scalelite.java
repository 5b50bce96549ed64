// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Scalelite makes of the answers of the servers behind it, and its own. */
final class Scalelite {
    private static final String DECLARATION = "<?xml version=\"1.0\"?>\n";

    private static final Pattern EMPTY = Pattern.compile("<([^<>/ ]+)></\\1>");

    private Scalelite() {}

    static Refused unsupported() {
        return new Refused("unsupportedRequest", "This request is not supported.");
    }

    static Refused noSuchMeeting() {
        return new Refused(
                "notFound",
                "We could not find a meeting with that meeting ID - perhaps the meeting is not yet running?");
    }

    /** It asks for the meeting's ID before it looks at anything else. */
    static void checkMeetingId(ServerCall call, CallInput input) {
        boolean asks = switch (call) {
            case CREATE, JOIN, END, IS_MEETING_RUNNING, GET_MEETING_INFO, INSERT_DOCUMENT -> true;
            default -> false;
        };
        if (asks && input.text("meetingID").isEmpty()) {
            throw new Refused("missingParamMeetingID", "You must specify a meeting ID for the meeting.");
        }
    }

    static Refused internalError() {
        return new Refused("internalError", "Unexpected internal error");
    }

    static Refused noServer() {
        return new Refused("serverUnavailable", "The server for this meeting is currently offline.");
    }

    static Answer version() {
        return Envelopes.success(xml -> xml.element("version", "2.0").element("build", "simulated"));
    }

    /** The key stands before the list. */
    static Answer noMeetings() {
        return Envelopes.success(xml -> xml.element("messageKey", "noMeetings")
                .element("message", "no meetings were found on this server")
                .empty("meetings"));
    }

    /** Sends a user on to the server of his meeting, whatever {@code redirect} says. */
    static Answer join(CallInput input, MeetingStore meetings, @Nullable ServerParts node) {
        SimulatedMeeting meeting = meetings.find(Validation.meetingId(input));
        if (meeting == null) {
            throw noSuchMeeting();
        }
        if (node == null) {
            throw noServer();
        }
        node.meetings().adopt(meeting);
        String checksum = input.request().parameters().getOrDefault("checksum", "");
        return Answer.redirect(
                node.joinUrl(ChecksumCheck.withoutChecksum(input.request().rawQuery(), checksum)));
    }

    /** Prints XML anew: with a declaration, indented, and under another type. */
    static Answer dressed(Answer answer) {
        boolean xml = answer.headers().getOrDefault("Content-Type", "").startsWith("text/xml");
        if (!xml) {
            return answer;
        }
        return printed(answer)
                .mapEachText(() -> text -> EMPTY.matcher(text).replaceAll("<$1/>"))
                .mapTexts(Scalelite::declared);
    }

    /** Prints what it makes itself about recordings: without a declaration. */
    static Answer printed(Answer answer) {
        Supplier<UnaryOperator<String>> indenting = Indenter::new;
        return answer.mapEachText(indenting).with("Content-Type", "application/xml; charset=utf-8");
    }

    private static Iterator<String> declared(Iterator<String> texts) {
        Iterator<String> head = List.of(DECLARATION).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return head.hasNext() || texts.hasNext();
            }

            @Override
            public String next() {
                return head.hasNext() ? head.next() : texts.next();
            }
        };
    }

    /** Indents lines of which each is an element, or begins or ends one; a text in one line is broken before. */
    private static final class Indenter implements UnaryOperator<String> {
        private int depth;

        @Override
        public String apply(String text) {
            StringBuilder indented = new StringBuilder(text.length() + 64);
            String lines = text.contains("\n") ? text : text.replace("><", ">\n<");
            lines.lines().forEach(line -> write(indented, line));
            return indented.toString();
        }

        private void write(StringBuilder indented, String line) {
            boolean closes = line.startsWith("</");
            depth -= closes ? 1 : 0;
            if (line.startsWith("<") && !line.startsWith("<!")) {
                indented.append("  ".repeat(depth));
            }
            indented.append(line).append('\n');
            boolean oneTag = line.startsWith("<") && !line.startsWith("<!") && line.indexOf('>') == line.length() - 1;
            depth += oneTag && !closes && !line.endsWith("/>") ? 1 : 0;
        }
    }
}
