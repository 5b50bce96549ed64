// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor.example;

import io.blueflux.body.Document;
import io.blueflux.model.InsertedDocuments;
import io.blueflux.reactor.BbbClient;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.Role;
import io.blueflux.sign.SignedCall;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** The pieces of the guide about meetings, so that the compiler reads them too. */
final class MeetingSamples {
    private MeetingSamples() {}

    static Mono<URI> join(BbbClient bbb, String attendeePassword, String moderatorPassword, Path slides) {
        CreateRequest room = CreateRequest.builder("algebra", "Linear Algebra")
                .attendeePw(attendeePassword)
                .moderatorPw(moderatorPassword)
                .recording(recording -> recording.record(true).autoStart(false))
                .expiry(expiry -> expiry.duration(Duration.ofHours(2)))
                .document(Document.inline("deck.pdf", slides))
                .build();
        JoinRequest student = JoinRequest.builder("algebra", "Ann")
                .role(Role.VIEWER)
                .userId("4711")
                .build();

        Mono<URI> url = bbb.create(room).map(created -> bbb.joinUrl(student)).map(SignedCall::uri);
        return url;
    }

    static Mono<InsertedDocuments> slides(BbbClient bbb) {
        Document slides = Document.url("https://files.example.org/week2.pdf");
        Mono<InsertedDocuments> added = bbb.insertDocument(InsertDocumentRequest.of("algebra", List.of(slides)));
        return added;
    }
}
