// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.parse.StreamingParse;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** reactor-netty alone: URLs signed before, one client, the same pools. */
final class ReactorNettyPass implements Pass {
    private final LoopResources loops = Wires.loops("reactor-netty");
    private final ConnectionProvider pools = Wires.pools();
    private final HttpClient http;
    private final List<String> urls;
    private final Function<ByteBufFlux, Mono<Integer>> reading;

    private ReactorNettyPass(List<String> urls, boolean preferNative, Function<ByteBufFlux, Mono<Integer>> reading) {
        this.http = HttpClient.create(pools).runOn(loops, preferNative);
        this.urls = urls;
        this.reading = reading;
    }

    /** Collects each body, then parses it; counts attendees. */
    static ReactorNettyPass parsing(List<String> urls) {
        return new ReactorNettyPass(urls, LoopResources.DEFAULT_NATIVE, ReactorNettyPass::parsed);
    }

    /** The same on the JDK's sockets. */
    static ReactorNettyPass parsingOnNio(List<String> urls) {
        return new ReactorNettyPass(urls, false, ReactorNettyPass::parsed);
    }

    private static Mono<Integer> parsed(ByteBufFlux body) {
        return body.aggregate()
                .asByteArray()
                .map(bytes -> Attendees.in(StreamingParse.meetings(bytes, StreamingParse.CHUNK)));
    }

    /** Drains each body; counts bytes. */
    static ReactorNettyPass draining(List<String> urls) {
        return new ReactorNettyPass(
                urls,
                LoopResources.DEFAULT_NATIVE,
                body -> body.map(ByteBuf::readableBytes).reduce(0, Integer::sum));
    }

    @Override
    public long run() {
        Mono<Long> sum = Flux.fromIterable(urls)
                .flatMap(url -> reading.apply(http.get().uri(url).responseContent()), CONCURRENCY, 1)
                .reduce(0L, Long::sum);
        return Objects.requireNonNull(sum.block());
    }

    @Override
    public void close() {
        Wires.close(pools, loops);
    }
}
