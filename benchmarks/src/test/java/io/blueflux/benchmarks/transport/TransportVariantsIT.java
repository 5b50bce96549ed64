// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.benchmarks.input.MeetingsBody;
import io.blueflux.benchmarks.parse.StreamingParse;
import org.junit.jupiter.api.Test;

/** What is compared gives the same, so that the gates compare speed and nothing else. */
class TransportVariantsIT {
    @Test
    void everyClientReadsTheSameAnswer() throws Exception {
        byte[] body = MeetingsBody.of(2, 3);
        try (FixedServerProcess server = FixedServerProcess.start();
                Clients clients = new Clients(server.answering(2, 3, 0))) {
            assertThat(clients.ours().getMeetings().collectList().block())
                    .isEqualTo(StreamingParse.meetings(body, StreamingParse.CHUNK));
            for (Peer peer : new Peer[] {
                new UrlConnectionPeer(), new OkHttpPeer(), new JdkClientPeer(), new WebClientPeer(clients.bare())
            }) {
                assertThat(peer.drain(clients.url()).block()).isEqualTo(body.length);
            }
        }
    }
}
