// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fanout;

import io.blueflux.BbbServer;
import io.blueflux.benchmarks.parse.DomByTag;
import io.blueflux.model.Meeting;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.CallSigner;
import io.blueflux.sign.FormPost;
import io.blueflux.sign.SignedRequest;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The usual client: HttpURLConnection and DOM, one call after the other. */
final class SequentialBlocking {
    private final CallSigner signer;

    SequentialBlocking(BbbServer server) {
        this.signer = CallSigner.of(server);
    }

    List<Meeting> meetingsWithInfo() throws Exception {
        List<Meeting> infos = new ArrayList<>();
        for (Meeting listed : DomByTag.meetings(get(SimpleRequest.getMeetings()))) {
            infos.add(DomByTag.info(get(SimpleRequest.getMeetingInfo(String.valueOf(listed.meetingId())))));
        }
        return infos;
    }

    private byte[] get(ApiRequest request) throws Exception {
        String url = SignedRequest.of(signer, request, Integer.MAX_VALUE, FormPost.NEVER)
                .call()
                .url()
                .reveal();
        try (InputStream body = URI.create(url).toURL().openStream()) {
            return body.readAllBytes();
        }
    }
}
