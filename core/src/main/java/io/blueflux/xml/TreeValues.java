// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import io.blueflux.model.Element;
import io.blueflux.model.JoinUrl;
import io.blueflux.model.LearningDashboard;
import io.blueflux.model.Status;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UploadedTextTrack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes values of the answers that are read as trees, since they are usually JSON. */
final class TreeValues {
    private static final Names TRACK =
            new Names(ElementName.HREF, ElementName.KIND, ElementName.LABEL, ElementName.LANG, ElementName.SOURCE);
    private static final Names UPLOADED = new Names(ElementName.RECORD_ID_OF_TRACK);
    private static final Names JOIN_URL = new Names(ElementName.URL);
    private static final Names DASHBOARD = new Names(ElementName.DATA, ElementName.SESSION_TOKEN_OF_DASHBOARD);

    private TreeValues() {}

    static List<TextTrack> textTracks(List<Element> content) {
        return content.stream()
                .filter(member -> member.name().equals(ElementName.TRACKS.wireName()))
                .flatMap(tracks -> tracks.children().stream())
                .map(Element::children)
                .map(TreeValues::textTrack)
                .toList();
    }

    static UploadedTextTrack uploadedTextTrack(Status status, List<Element> content) {
        return new UploadedTextTrack(status, text(content, ElementName.RECORD_ID_OF_TRACK), others(content, UPLOADED));
    }

    static JoinUrl joinUrl(Status status, List<Element> content) {
        String url = text(content, ElementName.URL);
        if (url == null) {
            throw new Fault("an answer without a " + ElementName.URL.wireName(), 0);
        }
        return new JoinUrl(status, url, others(content, JOIN_URL));
    }

    static LearningDashboard learningDashboard(Status status, List<Element> content) {
        return new LearningDashboard(
                status,
                text(content, ElementName.DATA),
                text(content, ElementName.SESSION_TOKEN_OF_DASHBOARD),
                others(content, DASHBOARD));
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

    private static @Nullable String text(List<Element> members, ElementName name) {
        return members.stream()
                .filter(member -> member.name().equals(name.wireName()))
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<Element> others(List<Element> members, Names known) {
        return members.stream()
                .filter(member -> known.indexOf(member.name(), 0) < 0)
                .toList();
    }
}
