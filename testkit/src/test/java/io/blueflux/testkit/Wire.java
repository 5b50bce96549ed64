// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A client that shares nothing with Blueflux: the JDK's HTTP, digests and XML. */
final class Wire {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private Wire() {}

    static String checksum(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String signed(SimulatedServer server, String call, String query) {
        String checksum = checksum("SHA-256", call + query + server.secretText());
        return server.url() + "/api/" + call + "?" + query + (query.isEmpty() ? "" : "&") + "checksum=" + checksum;
    }

    static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<String> get(SimulatedServer server, String call, String query) {
        return send(request(signed(server, call, query)).build());
    }

    static CompletableFuture<HttpResponse<String>> getLater(SimulatedServer server, String call, String query) {
        return HTTP.sendAsync(request(signed(server, call, query)).build(), BodyHandlers.ofString());
    }

    /** A form POST, which the JDK's client does not repeat when its connection is closed. */
    static CompletableFuture<HttpResponse<String>> postLater(SimulatedServer server, String call, String query) {
        HttpRequest request = request(signed(server, call, query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("x=y"))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString());
    }

    static HttpResponse<InputStream> open(SimulatedServer server, String call, String query) {
        try {
            return HTTP.send(request(signed(server, call, query)).build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<byte[]> bytes(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<String> post(String url, String contentType, String body) {
        return send(request(url)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /**
     * Sends texts as they are over a fresh connection, each after the whole chunked answer to the one before, and
     * returns the last answer, read to its end or until the server closes the connection.
     */
    static String raw(SimulatedServer server, String... requests) {
        URI uri = URI.create(server.url());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(60_000);
            StringBuilder answers = new StringBuilder();
            for (String request : requests) {
                answers.setLength(0);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                for (int b = socket.getInputStream().read();
                        b >= 0;
                        b = socket.getInputStream().read()) {
                    answers.append((char) b);
                    if (answers.length() > 5
                            && answers.substring(answers.length() - 5).equals("0\r\n\r\n")) {
                        break;
                    }
                }
            }
            return answers.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Joins the chunks of an answer's ASCII body, whole or cut. */
    static String unchunked(String raw) {
        StringBuilder body = new StringBuilder();
        int at = raw.indexOf("\r\n\r\n") + 4;
        while (at < raw.length()) {
            int lineEnd = raw.indexOf("\r\n", at);
            int size = Integer.parseInt(raw.substring(at, lineEnd), 16);
            body.append(raw, lineEnd + 2, lineEnd + 2 + size);
            at = lineEnd + 2 + size + 2;
        }
        return body.toString();
    }

    static String rawGet(SimulatedServer server, String call, String query) {
        String target = URI.create(signed(server, call, query)).toString().replaceFirst("http://[^/]+", "");
        return raw(server, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    static Document xml(HttpResponse<String> response) {
        return xml(response.body());
    }

    static Document xml(String text) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null); // else it prints what it throws
            return builder.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the texts of all elements of a name. */
    static List<String> texts(HttpResponse<String> response, String element) {
        NodeList nodes = xml(response).getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    /** Returns the text of the first element of a name, or "(none)". */
    static String text(HttpResponse<String> response, String element) {
        List<String> texts = texts(response, element);
        return texts.isEmpty() ? "(none)" : texts.get(0);
    }

    static String messageKey(HttpResponse<String> response) {
        return text(response, "messageKey");
    }
}
