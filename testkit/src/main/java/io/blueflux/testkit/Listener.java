// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** One port on loopback and the servers behind it, told apart by the first part of the path. */
final class Listener {
    private static final String HOST = "127.0.0.1";
    /** Of a longer one only the beginning is read, and then the connection is closed. */
    private static final int LONGEST_LINE_READ = 64 * 1024;

    private static final int LONGEST_LINE_TAKEN = 8192;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** What the servlet container refuses to see in a query as it stands. */
    private static final Pattern REFUSED = Pattern.compile("[^\\x21-\\x7e]|[<>\\[\\\\\\]^`{|}]");

    private final Map<String, Endpoint> byPrefix = new LinkedHashMap<>();
    private final HttpServer blueprint;
    private final String scheme;
    private final Clock clock;
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private int port;
    private @Nullable DisposableServer bound;

    Listener(
            List<Endpoint> servers,
            LoopResources loops,
            int port,
            BbbSimulator.Builder settings,
            @Nullable TlsIdentity identity) {
        servers.forEach(server -> byPrefix.put(server.prefix(), server));
        this.port = port;
        this.clock = settings.clock;
        this.scheme = identity == null ? "http" : "https";
        HttpServer plain = HttpServer.create()
                .host(HOST)
                .runOn(loops)
                .compress(settings.compress)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(LONGEST_LINE_READ))
                .doOnChannelInit((observer, channel, remote) -> opened(channel))
                .handle(this::handle);
        this.blueprint = identity == null ? plain : secured(plain, identity.serverContext());
    }

    private static HttpServer secured(HttpServer plain, SslContext context) {
        return plain.secure(spec -> spec.sslContext(context));
    }

    /** Binds the port of last time, or any the first time. Blocks the caller. */
    synchronized void bind() {
        if (bound == null) {
            bound = blueprint.port(port).bindNow(PATIENCE);
            port = bound.port();
        }
    }

    /** Frees the port and closes its connections. Blocks the caller. */
    synchronized void unbind() {
        if (bound != null) {
            bound.disposeNow(PATIENCE);
            bound = null;
            closeAll(channels);
        }
    }

    synchronized String origin() {
        if (port == 0) {
            throw new IllegalStateException("the simulator must be started before it has addresses");
        }
        return scheme + "://" + HOST + ":" + port;
    }

    /** Closes connections and waits until they are. */
    static void closeAll(Set<Channel> channels) {
        List<ChannelFuture> closing = channels.stream().map(Channel::close).toList();
        closing.forEach(future -> future.awaitUninterruptibly(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void opened(Channel channel) {
        channels.add(channel);
        channel.closeFuture().addListener(closed -> channels.remove(channel));
        if (byPrefix.size() == 1) {
            byPrefix.values().forEach(server -> server.traffic().connected(channel));
        }
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        String uri = request.uri();
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        String query = question < 0 ? "" : uri.substring(question + 1);
        Channel channel = channel(response);
        Endpoint server = route(path);
        if (lineLength(request) > LONGEST_LINE_TAKEN) {
            return send(Pages.nginx(414).with("Connection", "close"), response, channel, () -> {});
        }
        if (server == null) {
            String accept = request.requestHeaders().get("Accept", "");
            return send(Pages.notFound(path, accept, clock.millis()), response, channel, () -> {});
        }
        return body(request).flatMap(body -> {
            RecordedRequest recorded = record(server, path, query, request, body, channel);
            Runnable finish = server.traffic().begin(recorded, channel);
            server.heard(recorded);
            Answer answer = REFUSED.matcher(query).find() ? Pages.container(400) : server.answer(recorded, body);
            return send(answer, response, channel, finish).doFinally(signal -> finish.run());
        });
    }

    private Mono<Void> send(Answer answer, HttpServerResponse response, Channel channel, Runnable done) {
        return AnswerSender.send(answer.with("Date", HttpDate.of(clock.instant())), response, channel, done);
    }

    /** Counts what stands in the first line, with its blanks and its end. */
    private static int lineLength(HttpServerRequest request) {
        String version = request.version().text();
        return request.method().name().length() + request.uri().length() + version.length() + 4;
    }

    private @Nullable Endpoint route(String path) {
        String plain = Endpoint.plain(path);
        int second = plain.indexOf('/', 1);
        Endpoint byFirstPart = byPrefix.get(second < 0 ? plain : plain.substring(0, second));
        return byFirstPart == null ? byPrefix.get("") : byFirstPart;
    }

    private static Mono<byte[]> body(HttpServerRequest request) {
        boolean none = !request.requestHeaders().contains("Transfer-Encoding")
                && request.requestHeaders().get("Content-Length", "0").equals("0");
        return none
                ? Mono.just(new byte[0])
                : request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]);
    }

    private static RecordedRequest record(
            Endpoint server, String path, String query, HttpServerRequest request, byte[] body, Channel channel) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.requestHeaders()
                .forEach(header -> headers.merge(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue(),
                        (first, second) -> first + ", " + second));
        Map<String, String> parameters = FormText.decode(query);
        if (body.length > 0 && !server.ignoresForms()) {
            addForm(parameters, headers.getOrDefault("content-type", ""), body);
        }
        return new RecordedRequest(
                server.callOf(path),
                request.method().name(),
                path,
                query,
                parameters,
                headers,
                body.length,
                channel.id().asShortText());
    }

    private static void addForm(Map<String, String> parameters, String contentType, byte[] body) {
        if (ContentType.bare(contentType).equals(ContentType.FORM)) {
            FormText.decodeInto(parameters, new String(body, StandardCharsets.UTF_8));
        }
        Multipart.texts(contentType, body).forEach(parameters::putIfAbsent);
    }

    private static Channel channel(HttpServerResponse response) {
        AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
        response.withConnection(connection -> channel.set(connection.channel()));
        Channel found = channel.get();
        if (found == null) {
            throw new IllegalStateException("a request comes over a connection");
        }
        return found;
    }
}
