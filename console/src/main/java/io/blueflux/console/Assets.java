// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The files of the page, read before the first request: to read them from a jar would block. */
final class Assets implements RouterFunction<ServerResponse> {
    private static final String INDEX = "/index.html";
    private static final String STATIC = "static/";
    private static final String WEBJARS = "webjars/";

    private final Map<String, Asset> byPath = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // nobody changes it
    private record Asset(MediaType type, String tag, byte[] bytes) {}

    Assets() {
        read("classpath*:static/**/*.*", STATIC);
        read("classpath*:META-INF/resources/webjars/uplot/*/dist/uPlot.esm.js", WEBJARS);
        read("classpath*:META-INF/resources/webjars/uplot/*/dist/uPlot.min.css", WEBJARS);
        Asset index = byPath.remove(INDEX);
        if (index != null) {
            byPath.put("/", index);
        }
    }

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        Asset asset = byPath.get(request.path());
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return asset == null || !reads ? Mono.empty() : Mono.just(asked -> answer(asked, asset));
    }

    /** The browser asks each time, and mostly hears that nothing changed. */
    private static Mono<ServerResponse> answer(ServerRequest request, Asset asset) {
        return request.checkNotModified(asset.tag())
                .switchIfEmpty(Mono.defer(() -> ServerResponse.ok()
                        .contentType(asset.type())
                        .cacheControl(CacheControl.noCache())
                        .eTag(asset.tag())
                        .bodyValue(asset.bytes())));
    }

    private void read(String pattern, String root) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String url = file.getURL().toString();
                String path = url.substring(url.lastIndexOf(root) + root.length());
                byte[] bytes = file.getContentAsByteArray();
                byPath.put("/" + place(root, path), new Asset(type(path), DigestUtils.md5DigestAsHex(bytes), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page does not say which version it has of a library. */
    private static String place(String root, String path) {
        return root.equals(WEBJARS) ? WEBJARS + path.replaceFirst("/[^/]*/", "/") : path;
    }

    private static MediaType type(String path) {
        MediaType type = MediaTypeFactory.getMediaType(path).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }
}
