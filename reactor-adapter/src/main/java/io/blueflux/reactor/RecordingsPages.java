// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.model.Recording;
import io.blueflux.model.RecordingsPage;
import io.blueflux.xml.RecordingsPart;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Collects one answer of getRecordings. */
final class RecordingsPages {
    private RecordingsPages() {}

    static Mono<RecordingsPage> collect(Flux<RecordingsPart> parts) {
        return Mono.defer(() -> {
            List<Recording> recordings = new ArrayList<>();
            return parts.<RecordingsPage>handle((part, out) -> {
                        if (part instanceof RecordingsPart.Item item) {
                            recordings.add(item.recording());
                        } else if (part instanceof RecordingsPart.End end) {
                            out.next(new RecordingsPage(
                                    end.status(), List.copyOf(recordings), end.total(), end.totalFormats()));
                        }
                    })
                    .single();
        });
    }
}
