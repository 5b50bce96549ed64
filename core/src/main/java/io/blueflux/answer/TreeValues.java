// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.error.MessageKey;
import io.blueflux.json.JsonBody;
import io.blueflux.model.Element;
import io.blueflux.model.JoinUrl;
import io.blueflux.model.LearningDashboard;
import io.blueflux.model.Status;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UploadedTextTrack;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Fault;
import io.blueflux.xml.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes values of the answers that are read as trees, since they are usually JSON. */
final class TreeValues {
    static final Names TRACKS = new Names(ElementName.TRACKS);
    static final Names UPLOADED = new Names(ElementName.RECORD_ID_OF_TRACK);
    static final Names JOIN_URL = new Names(ElementName.URL);
    static final Names DASHBOARD = new Names(ElementName.DATA, ElementName.SESSION_TOKEN_OF_DASHBOARD);

    private static final Names TRACK =
            new Names(ElementName.HREF, ElementName.KIND, ElementName.LABEL, ElementName.LANG, ElementName.SOURCE);

    /** How servers say that there are none. */
    private static final Set<String> NO_TRACKS =
            Set.of(MessageKey.NO_RECORDINGS.text(), MessageKey.NO_CAPTIONS_FOUND.text());

    private TreeValues() {}

    static List<TextTrack> textTracks(Status status, List<Element> content) {
        String messageKey = status.messageKey();
        if (messageKey == null || !NO_TRACKS.contains(messageKey)) {
            require(content, ElementName.TRACKS);
        }
        return content.stream()
                .filter(member -> member.name().equals(ElementName.TRACKS.wireName()))
                .flatMap(TreeValues::tracks)
                .map(Element::children)
                .map(TreeValues::textTrack)
                .toList();
    }

    /** Returns the tracks in a list, or the one that stands where a list is meant. */
    private static Stream<Element> tracks(Element list) {
        return list.children().stream().anyMatch(member -> TRACK.indexOf(member.name(), 0) >= 0)
                ? Stream.of(list)
                : list.children().stream().flatMap(TreeValues::item);
    }

    private static Stream<Element> item(Element item) {
        if (!item.children().isEmpty()) {
            return tracks(item);
        }
        return item.text().isEmpty() ? Stream.of(item) : Stream.empty(); // a text is no track
    }

    static UploadedTextTrack uploadedTextTrack(Status status, List<Element> content) {
        return new UploadedTextTrack(status, text(content, ElementName.RECORD_ID_OF_TRACK), others(content, UPLOADED));
    }

    static JoinUrl joinUrl(Status status, List<Element> content) {
        String url = text(content, ElementName.URL);
        if (url == null) {
            throw without(ElementName.URL);
        }
        return new JoinUrl(status, url, others(content, JOIN_URL));
    }

    static LearningDashboard learningDashboard(Status status, List<Element> content) {
        require(content, ElementName.DATA);
        return new LearningDashboard(
                status,
                text(content, ElementName.DATA),
                text(content, ElementName.SESSION_TOKEN_OF_DASHBOARD),
                others(content, DASHBOARD));
    }

    /** Refuses an answer that says nothing of what was asked for; an empty or null one does say. */
    private static void require(List<Element> content, ElementName name) {
        if (content.stream().noneMatch(member -> member.name().equals(name.wireName()))) {
            throw without(name);
        }
    }

    private static Fault without(ElementName name) {
        return new Fault("an answer without a " + name.wireName(), 0);
    }

    private static TextTrack textTrack(List<Element> members) {
        return new TextTrack(
                text(members, ElementName.HREF),
                text(members, ElementName.KIND),
                text(members, ElementName.LABEL),
                text(members, ElementName.LANG),
                text(members, ElementName.SOURCE),
                others(members, TRACK));
    }

    /** Returns the text of a member; of a list that stands where one text is meant, the first. */
    static @Nullable String text(List<Element> members, ElementName name) {
        return members.stream()
                .filter(member -> member.name().equals(name.wireName()))
                .flatMap(member -> Stream.concat(Stream.of(member), items(member)))
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> items(Element list) {
        return list.children().stream().filter(child -> child.name().equals(JsonBody.ITEM));
    }

    private static List<Element> others(List<Element> members, Names known) {
        return members.stream()
                .filter(member -> known.indexOf(member.name(), 0) < 0)
                .toList();
    }
}
