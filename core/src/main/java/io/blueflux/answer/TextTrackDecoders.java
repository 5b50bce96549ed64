// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.HREF;
import static io.blueflux.xml.ElementName.KIND;
import static io.blueflux.xml.ElementName.LABEL;
import static io.blueflux.xml.ElementName.LANG;
import static io.blueflux.xml.ElementName.RECORD_ID_OF_TRACK;
import static io.blueflux.xml.ElementName.SOURCE;
import static io.blueflux.xml.ElementName.TRACKS;

import io.blueflux.Confidential;
import io.blueflux.error.MessageKey;
import io.blueflux.model.Element;
import io.blueflux.model.Status;
import io.blueflux.model.TextTrack;
import io.blueflux.model.UploadedTextTrack;
import io.blueflux.xml.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The decoders of the calls about captions. */
public final class TextTrackDecoders {
    private static final Names TRACKS_NAMES = new Names(TRACKS);
    private static final Names UPLOADED = new Names(RECORD_ID_OF_TRACK);
    private static final Names TRACK = new Names(HREF, KIND, LABEL, LANG, SOURCE);

    /** How servers say that there are none. */
    private static final Set<String> NO_TRACKS =
            Set.of(MessageKey.NO_RECORDINGS.text(), MessageKey.NO_CAPTIONS_FOUND.text());

    private TextTrackDecoders() {}

    /**
     * Decodes the answer of getRecordingTextTracks.
     *
     * @param context the call
     * @return a decoder of the list's items
     */
    public static ChunkDecoder<TextTrack> getRecordingTextTracks(AnswerContext context) {
        return Shapes.tree(context, TRACKS_NAMES, TextTrackDecoders::textTracks);
    }

    /**
     * Decodes the answer of putRecordingTextTrack.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<UploadedTextTrack> putRecordingTextTrack(AnswerContext context) {
        return Shapes.tree(context, UPLOADED, (status, content) -> List.of(uploadedTextTrack(status, content)));
    }

    private static List<TextTrack> textTracks(Status status, List<Element> content) {
        String messageKey = status.messageKey();
        if (messageKey == null || !NO_TRACKS.contains(messageKey)) {
            TreeValues.require(content, TRACKS);
        }
        return content.stream()
                .filter(member -> member.name().equals(TRACKS.wireName()))
                .flatMap(TextTrackDecoders::tracks)
                .map(Element::children)
                .map(TextTrackDecoders::textTrack)
                .toList();
    }

    /** Returns the tracks in a list, or the one that stands where a list is meant. */
    private static Stream<Element> tracks(Element list) {
        return list.children().stream().anyMatch(member -> TRACK.indexOf(member.name(), 0) >= 0)
                ? Stream.of(list)
                : list.children().stream().flatMap(TextTrackDecoders::item);
    }

    private static Stream<Element> item(Element item) {
        if (!item.children().isEmpty()) {
            return tracks(item);
        }
        return item.revealText().isEmpty() ? Stream.of(item) : Stream.empty(); // a text is no track
    }

    private static TextTrack textTrack(List<Element> members) {
        return new TextTrack(
                Confidential.ofNullable(TreeValues.text(members, HREF)),
                TreeValues.text(members, KIND),
                TreeValues.text(members, LABEL),
                TreeValues.text(members, LANG),
                TreeValues.text(members, SOURCE),
                TreeValues.others(members, TRACK));
    }

    private static UploadedTextTrack uploadedTextTrack(Status status, List<Element> content) {
        return new UploadedTextTrack(
                status, TreeValues.text(content, RECORD_ID_OF_TRACK), TreeValues.others(content, UPLOADED));
    }
}
