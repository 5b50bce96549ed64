// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Endpoints;
import io.blueflux.model.ApiVersion;
import io.blueflux.model.CreatedMeeting;
import io.blueflux.model.DeletedRecordings;
import io.blueflux.model.EndedMeeting;
import io.blueflux.model.Meeting;
import io.blueflux.model.MeetingRunning;
import io.blueflux.model.Recording;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.SignedCall;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One line a call. */
final class DefaultBbbClient implements BbbClient {
    private final BbbServer server;
    private final ClientTransport transport;
    private final HttpExchange exchange;

    DefaultBbbClient(BbbClientBuilder settings) {
        this.server = settings.server;
        this.transport = new ClientTransport(settings);
        this.exchange = new HttpExchange(settings, transport);
    }

    @Override
    public BbbServer server() {
        return server;
    }

    @Override
    public Mono<ApiVersion> version() {
        return one(Endpoints.VERSION, SimpleRequest.version());
    }

    @Override
    public Mono<CreatedMeeting> create(CreateRequest request) {
        return one(Endpoints.CREATE, request);
    }

    @Override
    public SignedCall joinUrl(JoinRequest request) {
        return exchange.sign(request).call();
    }

    @Override
    public Mono<MeetingRunning> isMeetingRunning(String meetingId) {
        return one(Endpoints.IS_MEETING_RUNNING, SimpleRequest.isMeetingRunning(meetingId));
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId) {
        return one(Endpoints.END, SimpleRequest.end(meetingId));
    }

    @Override
    public Mono<EndedMeeting> end(String meetingId, String moderatorPassword) {
        return one(Endpoints.END, SimpleRequest.end(meetingId, moderatorPassword));
    }

    @Override
    public Flux<Meeting> getMeetings() {
        return exchange.call(Endpoints.GET_MEETINGS, SimpleRequest.getMeetings());
    }

    @Override
    public Mono<Meeting> getMeetingInfo(String meetingId) {
        return one(Endpoints.GET_MEETING_INFO, SimpleRequest.getMeetingInfo(meetingId));
    }

    @Override
    public Flux<MeetingResult> getMeetingsWithInfo(FanOut fanOut) {
        transport.requireConnections(fanOut.concurrency());
        return new MeetingFanOut(this, fanOut).results();
    }

    @Override
    public Flux<Recording> getRecordings(RecordingsQuery query) {
        return exchange.call(Endpoints.GET_RECORDINGS, query);
    }

    @Override
    public Mono<DeletedRecordings> deleteRecordings(String... recordIds) {
        return one(Endpoints.DELETE_RECORDINGS, SimpleRequest.deleteRecordings(List.of(recordIds)));
    }

    @Override
    public <T> Flux<T> call(Endpoint<T> endpoint, ApiRequest request) {
        return exchange.call(endpoint, request);
    }

    @Override
    public Mono<Void> disposeLater() {
        return transport.disposeLater();
    }

    /** Returns the server's name. */
    @Override
    public String toString() {
        return "BbbClient for " + server;
    }

    private <T> Mono<T> one(Endpoint<T> endpoint, ApiRequest request) {
        return exchange.call(endpoint, request).single();
    }
}
