// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.reactor.BbbClient;
import io.blueflux.reactor.FanOut;
import io.blueflux.reactor.MeetingResult;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.sign.SignedCall;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Clients without sockets: what getMeetings answers is up to the test. */
final class Scripted implements ClientSource {
    private final Function<BbbServer, Flux<Meeting>> script;

    Scripted(Function<BbbServer, Flux<Meeting>> script) {
        this.script = script;
    }

    @Override
    public BbbClient client(BbbServer server) {
        return new Client(server);
    }

    @Override
    public Mono<Void> dispose() {
        return Mono.empty();
    }

    static BbbServer server(String name) {
        return BbbServer.of("http://" + name + ".example.org/bigbluebutton", "secret-of-" + name)
                .withName(name);
    }

    private final class Client implements BbbClient {
        private final BbbServer server;

        Client(BbbServer server) {
            this.server = server;
        }

        @Override
        public BbbServer server() {
            return server;
        }

        @Override
        public Flux<Meeting> getMeetings() {
            return Flux.defer(() -> script.apply(server));
        }

        @Override
        public Mono<ApiVersion> version() {
            return unscripted();
        }

        @Override
        public Mono<CreatedMeeting> create(CreateRequest request) {
            return unscripted();
        }

        @Override
        public SignedCall joinUrl(JoinRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<MeetingRunning> isMeetingRunning(String meetingId) {
            return unscripted();
        }

        @Override
        public Mono<EndedMeeting> end(String meetingId) {
            return unscripted();
        }

        @Override
        public Mono<EndedMeeting> end(String meetingId, String moderatorPassword) {
            return unscripted();
        }

        @Override
        public Mono<Meeting> getMeetingInfo(String meetingId) {
            return unscripted();
        }

        @Override
        public Flux<MeetingResult> getMeetingsWithInfo(FanOut fanOut) {
            return Flux.from(unscripted());
        }

        @Override
        public Flux<Recording> getRecordings(RecordingsQuery query) {
            return Flux.from(unscripted());
        }

        @Override
        public Mono<DeletedRecordings> deleteRecordings(String... recordIds) {
            return unscripted();
        }

        @Override
        public <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request) {
            return Flux.from(unscripted());
        }

        @Override
        public Mono<Void> disposeLater() {
            return Mono.empty();
        }

        private <T> Mono<T> unscripted() {
            return Mono.error(new UnsupportedOperationException("not in the script"));
        }
    }
}
