// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor.example;

import io.blueflux.model.TextTrack;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.RecordingState;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.request.TextTrackKind;
import io.blueflux.request.TextTrackUpload;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pieces of the guide about recordings, so that the compiler reads them too. */
final class RecordingSamples {
    private RecordingSamples() {}

    static Flux<String> titles(BbbClient bbb) {
        RecordingsQuery query = RecordingsQuery.builder()
                .meetingIds("algebra")
                .states(RecordingState.PUBLISHED)
                .limit(50)
                .build();

        Flux<String> titles = bbb.allRecordings(query).map(recording -> recording.name() + ": " + recording.recordId());
        return titles;
    }

    static Mono<Void> shown(BbbClient bbb, String recordId) {
        RecordingsUpdate title = RecordingsUpdate.builder(recordId)
                .meta("name", "Linear Algebra, week 2")
                .build();

        Mono<Void> shown = bbb.updateRecordings(title)
                .then(bbb.publishRecordings(true, recordId))
                .then();
        return shown;
    }

    static Flux<TextTrack> captions(BbbClient bbb, String recordId, Path file) {
        TextTrackUpload captions = TextTrackUpload.builder(recordId, TextTrackKind.CAPTIONS, "en_US")
                .label("English")
                .file("captions.vtt", file)
                .build();

        Flux<TextTrack> tracks = bbb.putRecordingTextTrack(captions).thenMany(bbb.getRecordingTextTracks(recordId));
        return tracks;
    }
}
