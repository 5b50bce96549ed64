// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import reactor.netty.http.client.HttpClient;

/** How a call goes out: as a GET, as a POST with a body, or on to the server that ours named. */
final class CallSending {
    private CallSending() {}

    static HttpClient.ResponseReceiver<?> get(PreparedCall<?> call, ClientTransport transport) {
        return addressed(
                call,
                call.request().cookie() == null
                        ? transport.get()
                        : http(call, transport).request(HttpMethod.GET));
    }

    static HttpClient.ResponseReceiver<?> post(
            PreparedCall<?> call, ClientTransport transport, BodyOfRequest upload, WireAttempt attempt) {
        return addressed(
                        call,
                        http(call, transport)
                                .headers(headers -> describe(headers, upload))
                                .post())
                .send(upload.content().onErrorResume(attempt::sourceFailed));
    }

    /** The transport sends a body without a length in chunks. */
    private static void describe(HttpHeaders headers, BodyOfRequest upload) {
        headers.set(HttpHeaderNames.CONTENT_TYPE, upload.contentType());
        upload.length().ifPresent(length -> headers.set(HttpHeaderNames.CONTENT_LENGTH, length));
    }

    static HttpClient.ResponseReceiver<?> onTo(CallHop hop, ClientTransport transport) {
        return transport.stranger().get().uri(WireUrl.of(hop.target()));
    }

    private static HttpClient.RequestSender addressed(PreparedCall<?> call, HttpClient.RequestSender sender) {
        return sender.uri(WireUrl.of(call.signed().call().url().reveal()));
    }

    private static HttpClient http(PreparedCall<?> call, ClientTransport transport) {
        String cookie = call.request().cookie();
        return cookie == null
                ? transport.http()
                : transport.http().headers(headers -> headers.set(HttpHeaderNames.COOKIE, cookie));
    }
}
