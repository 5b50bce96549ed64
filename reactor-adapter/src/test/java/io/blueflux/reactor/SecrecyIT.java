// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.blueflux.AnswerLimits;
import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.body.Document;
import io.blueflux.error.BbbException;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.SimpleRequest;
import io.blueflux.sign.FormPost;
import io.blueflux.support.ClosedPort;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import io.netty.resolver.DefaultAddressResolverGroup;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Fails in every way that it knows, with all loggers at TRACE, and looks for secrets in all that comes out. Each secret
 * holds a word of its own, so that it is found in whatever way it is encoded or cut.
 */
class SecrecyIT {
    private static final String SECRET = "Quagga-shared-secret";
    private static final String MODERATOR_PASSWORD = "mod Zebrafinch&ü";
    private static final String ATTENDEE_PASSWORD = "att-<Wombat>";
    private static final String TOKEN = "Ocelot0token";
    private static final String TENANT = "key-of-Lemur";
    private static final Set<String> WORDS = Set.of("quagga", "zebrafinch", "wombat", "ocelot", "lemur");
    private static final Pattern ANY_CHECKSUM = Pattern.compile("\\b[0-9a-f]{64}\\b");

    /** The one logger that prints URLs at DEBUG, which the guide warns about. */
    private static final String TALKATIVE = "reactor.netty.http.client.HttpClientConnect";

    /** Prints paths at DEBUG, and so the keys of tenants, but never a query. */
    private static final String PATH_PRINTER = "reactor.netty.resources.DefaultPooledConnectionProvider";

    private static final String OK =
            "HTTP/1.1 200 \r\nContent-Type: text/xml;charset=utf-8\r\nConnection: close\r\n\r\n";
    private static final String ECHO = "{xml} <attendeePW>"
            + ATTENDEE_PASSWORD.replace("<", "&lt;").replace(">", "&gt;")
            + "</attendeePW><session_token>" + TOKEN + "</session_token> sessionToken=" + TOKEN + " https://127.0.0.1/"
            + TENANT + "/html5client?sessionToken=" + TOKEN + "&amp;x=1 ";
    private static final String ECHO_AS_TEXT = "{xml} sessionToken=" + TOKEN
            + "&amp;password=Zebrafinch, \"auth_token\": \"" + TOKEN
            + "\", &lt;moderatorPW&gt;Zebrafinch&lt;/moderatorPW&gt; the secret " + SECRET + " at /" + TENANT + "/";

    private final Queue<String> checksums = new ConcurrentLinkedQueue<>();
    private final Queue<String> outputs = new ConcurrentLinkedQueue<>();
    private final Queue<String> kinds = new ConcurrentLinkedQueue<>();

    @Test
    @Timeout(300)
    void noSecretIsPrintedLoggedMeasuredOrThrownWhateverFails() throws Exception {
        Set<String> talkative = new TreeSet<>();
        try (SecrecyLog log = new SecrecyLog()) {
            answersOfEveryKind();
            wiresOfEveryKind();
            callsThatAreNotSent();
            describeValues();
            for (SecrecyLog.Line line : log.lines()) {
                String text = line.logger().equals(PATH_PRINTER)
                        ? line.text().replace("{uri=/" + TENANT + "/", "{uri=/")
                        : line.text();
                if (isLeak(text)) {
                    talkative.add(line.logger());
                }
                if (!line.logger().equals(TALKATIVE)) {
                    outputs.add(line.logger() + ": " + text);
                }
            }
            outputs.add(log.printed());
            assertThat(log.lines()).extracting(SecrecyLog.Line::logger).anyMatch(name -> name.startsWith("io.netty."));
        }
        assertThat(checksums).hasSizeGreaterThan(20);
        assertThat(outputs.stream().map(this::leak).filter(leak -> !leak.isEmpty()))
                .isEmpty();
        assertThat(talkative).containsExactly(TALKATIVE);
        assertThat(new TreeSet<>(kinds))
                .contains(
                        "ApiFailedException",
                        "HttpStatusException",
                        "RedirectedException",
                        "MalformedResponseException",
                        "LimitExceededException",
                        "CallTimeoutException",
                        "TransportException",
                        "IllegalArgumentException",
                        "none");
    }

    private void answersOfEveryKind() throws IOException {
        String failed = "<response><returncode>FAILED</returncode>";
        answer(OK + failed + "<messageKey>k</messageKey><message>" + ECHO_AS_TEXT + "</message></response>");
        answer(OK + failed + "<errors><error key='{xml}' message='{xml}'/></errors></response>");
        answer(OK + "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"k\",\"message\":\"{url}\"}}");
        answer(OK + "<response><returncode>{xml}</returncode></response>");
        answer("HTTP/1.1 500 \r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html><h1>500</h1>{url} " + ECHO);
        answer(
                "HTTP/1.1 404 \r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"path\":\"{path}\",\"password\":\""
                        + MODERATOR_PASSWORD + "\"}");
        redirect("https://127.0.0.1/" + TENANT + "/login?next={url}&sessionToken=" + TOKEN);
        redirect("{url}|[not a URL]");
        redirect("{url}");
        redirect("{path}&a=1");
        redirect("https://127.0.0.1/" + TENANT + "/html5client/join?sessionToken=" + TOKEN);
        redirect("https://127.0.0.1/?errors=[{\"key\":\"k\",\"message\":\"sessionToken=" + TOKEN + " " + SECRET
                + "\"}]");
        answer(OK.replace("\r\n\r\n", "\r\nSet-Cookie: JSESSIONID=" + TOKEN + "\r\n\r\n")
                + "<response><returncode>SUCCESS</returncode><auth_token>" + TOKEN
                + "</auth_token><url>https://127.0.0.1/"
                + TENANT + "?sessionToken=" + TOKEN + "</url></response>");
        answer(OK + "<response>" + ECHO + "<meetings><meeting></wrong>");
        answer(OK + "<response>{url}");
        answer(OK + "<a>{url}</a>");
        answer(OK + "<" + SECRET + "/>");
        answer(OK + "<response><message>&" + SECRET + ";</message></response>");
        answer(OK + "{url}");
        answer(OK + "<html>" + ECHO);
        answer(OK + Answers.meetings(2).replace("secret-ap", "Wombat").replace("secret-mp", "Zebrafinch"));
        answer(OK + Answers.info("m-1").replace("secret-ap", "Wombat").replace("secret-mp", "Zebrafinch"));
        answer("HTTP/1.1 200 \r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n{url} is not packed");
        answer("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n{url}\r\n{url}");
        answer("HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n9000\r\n<response>{url}");
        answer("HTTP/1.1 200 \r\nContent-Length: 9000\r\n\r\n<response>{url}");
        answer("HTTP/1.1 200 \r\nContent-Length: {path}\r\n\r\n");
        answer("HTTP/1.1 200 \r\nno colon {path}\r\n\r\n");
        answer("{path} HTTP/1.1\r\n\r\n");
        answer("HTTP/1.1 {path} no\r\n\r\n");
        answer("{path}");
        run(
                OK + "<response><returncode>SUCCESS</returncode><message>" + ECHO_AS_TEXT + "</message></response>",
                builder -> builder.limits(AnswerLimits.DEFAULT.withTextLength(10)));
    }

    private void redirect(String location) throws IOException {
        answer("HTTP/1.1 302 \r\nLocation: " + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private void wiresOfEveryKind() throws Exception {
        UnaryOperator<BbbClientBuilder> hasty =
                builder -> builder.silenceTimeout(Duration.ofMillis(300)).createTimeout(Duration.ofMillis(300));
        run(SecrecyServer.Behaviour.resets(), UnaryOperator.identity());
        run(SecrecyServer.Behaviour.resets(), builder -> builder.formPost(FormPost.ALWAYS));
        run(SecrecyServer.Behaviour.hangs(), builder -> hasty.apply(builder.formPost(FormPost.ALWAYS)));
        run(SecrecyServer.Behaviour.hangs(), hasty);
        run(SecrecyServer.Behaviour.hangs(), builder -> builder.deadline(Duration.ofMillis(300)));
        try (SecrecyServer server = SecrecyServer.on(SecrecyServer.Behaviour.hangs(), checksums)) {
            poolOfOne(server);
        }
        try (ClosedPort closed = new ClosedPort()) {
            callEach(client("http://127.0.0.1:" + closed.number(), UnaryOperator.identity()));
        }
        callEach(client(
                "http://no-such-host.invalid", builder -> builder.resolver(DefaultAddressResolverGroup.INSTANCE)));
        try (SecrecyServer server = untrusted()) {
            callEach(client("https://127.0.0.1:" + server.port(), UnaryOperator.identity()));
        }
        try (SecrecyServer server = SecrecyServer.on(SecrecyServer.Behaviour.hangs(), checksums)) {
            closeInFlight(client("http://127.0.0.1:" + server.port(), UnaryOperator.identity()));
        }
    }

    private void poolOfOne(SecrecyServer server) {
        BbbClient client = client(
                "http://127.0.0.1:" + server.port(),
                builder -> builder.maxConnections(1)
                        .acquireTimeout(Duration.ofMillis(200))
                        .silenceTimeout(Duration.ofSeconds(1)));
        Flux.merge(client.getMeetings(), client.getMeetings().cast(Object.class))
                .materialize()
                .doOnNext(this::note)
                .blockLast(Duration.ofSeconds(30));
        client.getMeetings().take(Duration.ofMillis(100)).blockLast(Duration.ofSeconds(30));
        note(catchThrowable(() -> client.getMeetingsWithInfo(FanOut.DEFAULT)));
        client.disposeLater().block(Duration.ofSeconds(20));
    }

    private void closeInFlight(BbbClient client) {
        Flux<Signal<Object>> calls = Flux.merge(
                        client.end("room-1", MODERATOR_PASSWORD),
                        client.disposeLater().cast(Object.class))
                .cast(Object.class)
                .materialize();
        calls.doOnNext(this::note).blockLast(Duration.ofSeconds(30));
        callEach(client);
    }

    private void callsThatAreNotSent() {
        String base = "https://user:" + SECRET + "@127.0.0.1/" + TENANT;
        note(catchThrowable(() -> BbbServer.of(base, SECRET)));
        note(catchThrowable(() -> BbbServer.of("https://127.0.0.1/" + TENANT + "/[", SECRET)));
        note(catchThrowable(() -> BbbServer.of("ftp://127.0.0.1/" + TENANT, SECRET)));
        note(catchThrowable(() -> BbbServer.of("https://127.0.0.1/" + TENANT + "?checksum=" + SECRET, SECRET)));
        note(catchThrowable(() -> CreateRequest.builder("room-1", "M").moderatorPw(MODERATOR_PASSWORD.repeat(9))));
        note(catchThrowable(() -> CreateRequest.builder("room-1", "M").attendeePw("Wombat\u0000")));
        note(catchThrowable(() -> CreateRequest.builder("room-1", "M").parameter("checksum", "Quagga")));
        note(catchThrowable(() -> SimpleRequest.end("room-1", "Zebrafinch\uD800")));
        note(catchThrowable(() -> JoinRequest.builder("room-1", "A").password("Zebrafinch".repeat(9))));
        note(catchThrowable(() -> Document.url("ftp://127.0.0.1/a.pdf?token=" + TOKEN)));
        BbbClient client = client("http://127.0.0.1:1", UnaryOperator.identity());
        note(catchThrowable(() -> client.end("room-1", "Zebrafinch\u0007")));
        note(catchThrowable(() -> client.end("", MODERATOR_PASSWORD)));
        note(catchThrowable(() -> client.create(CreateRequest.builder("room-1", "M")
                .moderatorPw(MODERATOR_PASSWORD)
                .welcome(TOKEN.repeat(1_000))
                .document(Document.inline("a.txt", SECRET.getBytes(UTF_8)))
                .build())));
        client.disposeLater().block(Duration.ofSeconds(20));
    }

    private void describeValues() {
        BbbServer server = BbbServer.of("http://127.0.0.1:1/" + TENANT + "/bigbluebutton", SECRET);
        BbbClient client = BbbClient.create(server);
        JoinRequest join = join();
        List<Object> values = List.of(
                server,
                server.secret(),
                SharedSecret.of(SECRET),
                BbbClient.builder(server),
                client,
                create(),
                SimpleRequest.end("room-1", MODERATOR_PASSWORD),
                SimpleRequest.end("room-1", MODERATOR_PASSWORD).parameters(),
                create().parameters(),
                join,
                join.parameters(),
                client.joinUrl(join),
                RecordingsQuery.all(),
                Document.url("https://127.0.0.1/a.pdf?token=" + TOKEN),
                FanOut.DEFAULT,
                AnswerLimits.DEFAULT);
        values.forEach(value -> outputs.add(value.toString()));
        client.disposeLater().block(Duration.ofSeconds(20));
    }

    private void answer(String template) throws IOException {
        run(template, UnaryOperator.identity());
    }

    private void run(String template, UnaryOperator<BbbClientBuilder> settings) throws IOException {
        run(SecrecyServer.Behaviour.says(template), settings);
    }

    private void run(SecrecyServer.Behaviour behaviour, UnaryOperator<BbbClientBuilder> settings) throws IOException {
        try (SecrecyServer server = SecrecyServer.on(behaviour, checksums)) {
            callEach(client("http://127.0.0.1:" + server.port(), settings));
        }
    }

    private BbbClient client(String origin, UnaryOperator<BbbClientBuilder> settings) {
        BbbServer server = BbbServer.of(origin + "/" + TENANT + "/bigbluebutton", SECRET);
        return settings.apply(BbbClient.builder(server).listener(new Listening()))
                .build();
    }

    private void callEach(BbbClient client) {
        List<Flux<?>> calls = new ArrayList<>(List.of(
                client.create(create()).flux(),
                client.end("room-1", MODERATOR_PASSWORD).flux(),
                client.join(join()).flux(),
                client.allRecordings(RecordingsQuery.all(), RetryPolicy.NONE),
                client.getMeetings(),
                client.getMeetingInfo("room-1").flux(),
                client.getMeetingsWithInfo(FanOut.DEFAULT.withConcurrency(2)),
                client.version().flux()));
        Flux.fromIterable(calls)
                .flatMap(
                        call -> Mono.fromRunnable(() -> callTwice(call)).subscribeOn(Schedulers.boundedElastic()),
                        calls.size())
                .blockLast(Duration.ofSeconds(60));
        client.disposeLater().block(Duration.ofSeconds(20));
    }

    private void callTwice(Flux<?> call) {
        call.cast(Object.class).materialize().doOnNext(this::note).blockLast(Duration.ofSeconds(30));
        note(catchThrowable(() -> call.blockLast(Duration.ofSeconds(30))));
    }

    private static JoinRequest join() {
        return JoinRequest.builder("room-1", "A")
                .password(MODERATOR_PASSWORD)
                .replaceSessionToken(TOKEN)
                .build();
    }

    private static CreateRequest create() {
        return CreateRequest.builder("room-1", "Room")
                .attendeePw(ATTENDEE_PASSWORD)
                .moderatorPw(MODERATOR_PASSWORD)
                .document(Document.inline("a.txt", "Hello".getBytes(UTF_8)))
                .build();
    }

    private void note(Signal<?> signal) {
        outputs.add(signal.toString());
        note(signal.getThrowable());
    }

    private void note(@Nullable Throwable thrown) {
        kinds.add(thrown == null ? "none" : thrown.getClass().getSimpleName());
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            outputs.add(trace.toString());
        }
    }

    private boolean isLeak(String text) {
        return !leak(text).isEmpty();
    }

    /** Returns the first secret in a text with what stands around it; empty if there is none. */
    private String leak(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        Matcher checksum = ANY_CHECKSUM.matcher(text);
        int at = Stream.of(
                        WORDS.stream(), checksums.stream(), checksum.results().map(MatchResult::group))
                .flatMap(Function.identity())
                .mapToInt(lowerCase::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
        return at < 0
                ? ""
                : text.substring(0, Math.min(80, text.length())) + " … "
                        + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
    }

    private SecrecyServer untrusted() throws Exception {
        X509Bundle certificate = new CertificateBuilder()
                .ecp256()
                .subject("CN=localhost")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
        ServerSocket listener =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        return new SecrecyServer(listener, SecrecyServer.Behaviour.hangs(), checksums);
    }

    /** Notes all that a listener is told. */
    private final class Listening implements CallListener {
        @Override
        public void onStarted(Call call, ContextView context) {
            outputs.add(call + " " + context);
        }

        @Override
        public void onSending(Call call, SentRequest request, ContextView context) {
            outputs.add(call + " " + request + " " + request.url() + " " + context);
        }

        @Override
        public void onFirstByte(Call call, int status, Duration elapsed, ContextView context) {
            outputs.add(call + " " + status + " " + elapsed + " " + context);
        }

        @Override
        public void onCompleted(Call call, long values, Duration elapsed, ContextView context) {
            outputs.add(call + " " + values + " " + elapsed + " " + context);
        }

        @Override
        public void onFailed(Call call, BbbException error, Duration elapsed, ContextView context) {
            outputs.add(call + " " + error + " " + elapsed + " " + context);
            note(error);
        }

        @Override
        public void onCancelled(Call call, Duration elapsed, ContextView context) {
            outputs.add(call + " " + elapsed + " " + context);
        }
    }
}
