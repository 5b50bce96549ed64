// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.support.TestServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reactor.core.publisher.Mono;

/** A server that knows SHA-1 alone, and does not read forms as BBB does. */
final class FormlessServer implements AutoCloseable {
    private static final String ROOT = "<response><returncode>SUCCESS</returncode><version>0.9</version></response>";
    private static final String DONE =
            "<response><returncode>SUCCESS</returncode><running>false</running><meetingID>room-1</meetingID></response>";

    /** Why it does not. */
    enum Manner {
        /** Looks for the checksum in the form, as plugNmeet does. */
        CHECKSUM_IN_FORM,
        /** Ignores the form, and misses what is in it. */
        IGNORES_FORM,
        /** Knows no POST of the call. */
        NO_POST
    }

    private final TestServer server;

    FormlessServer(Manner manner) {
        server = new TestServer((request, response) -> request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMap(body -> {
                    boolean form = request.method().name().equals("POST");
                    int query = request.uri().indexOf('?');
                    String sent = query < 0 ? "" : request.uri().substring(query + 1);
                    String answer = query < 0
                            ? ROOT
                            : form
                                    ? ofForm(manner, call(request.uri()), sent, body)
                                    : isSigned(call(request.uri()), sent) ? done(call(request.uri()), sent) : refused();
                    return response.status(answer.isEmpty() ? 405 : 200)
                            .sendString(Mono.just(answer))
                            .then();
                }));
    }

    BbbServer address() {
        return server.address().withAlgorithm(ChecksumAlgorithm.SHA1);
    }

    @Override
    public void close() {
        server.close();
    }

    private static String ofForm(Manner manner, String call, String query, String body) {
        return switch (manner) {
            case CHECKSUM_IN_FORM -> isSigned(call, body) ? DONE : refused();
            case IGNORES_FORM -> isSigned(call, query) ? missing() : refused();
            case NO_POST -> "";
        };
    }

    private static String done(String call, String query) {
        if (call.equals("getMeetings")) {
            return Answers.meetings(1);
        }
        return query.startsWith("checksum=") ? missing() : DONE;
    }

    private static String missing() {
        return Answers.failed("missingParameterMeetingID", "Missing or invalid parameter meetingID.");
    }

    private static String refused() {
        return Answers.failed("checksumError", "Checksums do not match");
    }

    private static String call(String uri) {
        String path = uri.substring(0, uri.indexOf('?'));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isSigned(String call, String text) {
        int at = text.indexOf("checksum=");
        if (at < 0) {
            return false;
        }
        String signed = call + text.substring(0, Math.max(0, at - 1)) + "shared-secret-1";
        return text.substring(at + "checksum=".length()).equals(sha1(signed));
    }

    private static String sha1(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
