// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.parameter.Validation;
import io.blueflux.sign.CallSigner;
import io.blueflux.support.TestServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/**
 * A balancer that checks SHA-1 checksums and answers every call with a redirect to the same call on a node, signed with the
 * node's secret; the root it answers itself, and only with a slash at its end.
 */
final class RedirectingBalancer implements AutoCloseable {
    private static final String ROOT = "<response><returncode>SUCCESS</returncode><version>2.0</version></response>";
    private static final String REFUSED = Answers.failed("checksumError", "Checksums do not match");

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final TestServer server;

    RedirectingBalancer(BbbServer node) {
        this(node, 302);
    }

    RedirectingBalancer(BbbServer node, int status) {
        BbbServer[] self = new BbbServer[1];
        server = new TestServer((request, response) -> {
            URI uri = URI.create(request.uri());
            heard.add(request.method() + " " + uri.getPath());
            String call = uri.getPath().replaceFirst("/bigbluebutton/api/", "");
            Mono<Void> read = request.receive().then();
            if (uri.getPath().equals("/bigbluebutton/api/")) {
                return read.then(response.sendString(Mono.just(ROOT)).then());
            }
            RequestParameters parameters = parameters(uri.getRawQuery());
            String expected =
                    CallSigner.sign(self[0], ApiCall.of(call), parameters).url().reveal();
            if (!expected.endsWith(uri.getRawQuery() == null ? "?" : uri.getRawQuery())) {
                return read.then(
                        response.status(401).sendString(Mono.just(REFUSED)).then());
            }
            String target =
                    CallSigner.sign(node, ApiCall.of(call), parameters).url().reveal();
            return read.then(response.status(status).header("Location", target).send());
        });
        self[0] = address();
    }

    BbbServer address() {
        return server.address().withAlgorithm(ChecksumAlgorithm.SHA1).withName("balancer");
    }

    private static RequestParameters parameters(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : String.valueOf(query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && !pair.startsWith("checksum=")) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return RequestParameters.of(ApiCall.of("any"), values, Validation.LENIENT);
    }

    @Override
    public void close() {
        server.close();
    }
}
