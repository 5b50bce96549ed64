// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.BbbServer;
import io.blueflux.HostAndPort;
import io.blueflux.support.TestServer;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class OddHostsIT {
    private final List<String> resolved = new CopyOnWriteArrayList<>();
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "bbb_web, bbb_web",
        "bbb_1.inner_net, bbb_1.inner_net",
        "bücher.example, xn--bcher-kva.example",
        "KONFERENZ.bücher.example, KONFERENZ.xn--bcher-kva.example"
    })
    void aHostIsAskedByItsNameInAscii(String given, String onTheWire) {
        try (TestServer server = new TestServer((request, response) -> {
            hosts.add(request.requestHeaders().get("Host"));
            return response.sendString(Mono.just(Answers.meetings(1)));
        })) {
            int port = server.address().baseUrl().getPort();
            BbbClient client =
                    client(BbbServer.of("http://" + given + ":" + port + "/bigbluebutton", "shared-secret-1"));
            assertThat(client.getMeetings().collectList().block()).hasSize(1);
            assertThat(client.getMeetingsWithInfo(FanOut.DEFAULT).collectList().block())
                    .hasSize(1);
            client.disposeLater().block();
            assertThat(hosts).containsOnly(onTheWire + ":" + port);
            assertThat(resolved).containsOnly(onTheWire);
        }
    }

    @Test
    void aRedirectMayNameAContainer() {
        try (TestServer node = new TestServer((request, response) -> {
                    hosts.add(request.requestHeaders().get("Host"));
                    return response.sendString(Mono.just(Answers.meetings(1)));
                });
                TestServer balancer = new TestServer((request, response) -> response.status(302)
                        .header(
                                "Location",
                                "http://node_1:"
                                        + HostAndPort.of(node.address().baseUrl())
                                                .port() + "/api/getMeetings?checksum=1")
                        .send())) {
            BbbClient client = BbbClient.builder(balancer.address())
                    .resolver(new Loopback())
                    .redirects(RedirectPolicy.EVERY_CALL.onlyTo("NODE_1"))
                    .build();
            assertThat(client.getMeetings().collectList().block()).hasSize(1);
            client.disposeLater().block();
            assertThat(hosts).singleElement().asString().startsWith("node_1:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://bbb_web:8/x?y, http://bbb_web:08/x?y",
        "http://h:8, http://h:08",
        "http://[::1]:8/x, http://[::1]:08/x",
        "http://h:80/x, http://h:80/x",
        "http://h/x:8, http://h/x:8",
        "http://h?x:8, http://h?x:8",
        "http://[::1]/x, http://[::1]/x"
    })
    void portsOfOneDigitAreSpeltWithTwoForTheTransport(String url, String text) {
        assertThat(WireUrl.of(url)).isEqualTo(text);
        assertThat(WireUrl.of(java.net.URI.create(url + "#fragment"))).isEqualTo(text);
    }

    private BbbClient client(BbbServer server) {
        return BbbClient.builder(server).resolver(new Loopback()).build();
    }

    /** Knows every name as this machine's. */
    private final class Loopback extends AddressResolverGroup<InetSocketAddress> {
        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetNameResolver(executor) {
                @Override
                protected void doResolve(String name, Promise<InetAddress> promise) {
                    resolved.add(name);
                    promise.setSuccess(InetAddress.getLoopbackAddress());
                }

                @Override
                protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
                    resolved.add(name);
                    promise.setSuccess(List.of(InetAddress.getLoopbackAddress()));
                }
            }.asAddressResolver();
        }
    }
}
