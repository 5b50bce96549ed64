// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.AnswerLimits;
import io.blueflux.BbbServer;
import io.blueflux.parameter.Validation;
import io.blueflux.profile.ServerProfile;
import io.blueflux.reactor.ClientSettings.Answers;
import io.blueflux.reactor.ClientSettings.Http;
import io.blueflux.reactor.ClientSettings.Pool;
import io.blueflux.reactor.ClientSettings.Requests;
import io.blueflux.reactor.ClientSettings.Timeouts;
import io.blueflux.sign.FormPost;
import io.netty.handler.ssl.SslContext;
import io.netty.resolver.AddressResolverGroup;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

/**
 * Settings of a {@link BbbClient}. Each has a default; not thread-safe; {@link #build()} may be called again.
 *
 * <p>Of an {@link #httpClient(HttpClient) HttpClient} that is given these are overridden: {@code baseUrl} (calls are whole
 * URLs), {@code followRedirect} (off), {@code compress} (on), {@code responseTimeout} (off: the silence timeout replaces it,
 * since it would fire while the reader pauses), {@code disableRetry} (on), the {@code Accept} and {@code User-Agent} headers;
 * connect timeout, proxy, TLS and resolver only if set here. All else stays, its protocol too.
 */
public final class BbbClientBuilder {
    /** How many bytes a URL may have, unless {@link #urlBudget} says otherwise: what common servers surely take. */
    public static final int DEFAULT_URL_BUDGET = Requests.URL_BUDGET;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private final BbbServer server;
    private @Nullable HttpClient httpClient;
    private @Nullable ConnectionProvider connectionProvider;
    private @Nullable LoopResources loopResources;
    private @Nullable Duration connectTimeout;
    private Duration silenceTimeout = Timeouts.DEFAULT.silence();
    private Duration createTimeout = Timeouts.DEFAULT.create();
    private Duration deadline = Timeouts.DEFAULT.deadline();
    private int maxConnections = Pool.DEFAULT.maxConnections();
    private Duration acquireTimeout = Pool.DEFAULT.acquireTimeout();
    private AnswerLimits limits = Answers.DEFAULT.limits();
    private @Nullable Integer maxHeaderBytes;
    private String userAgent = Http.USER_AGENT;
    private int urlBudget = Requests.DEFAULT.urlBudget();
    private FormPost formPost = Requests.DEFAULT.formPost();
    private @Nullable Consumer<? super ProxyProvider.TypeSpec> proxy;
    private @Nullable SslContext sslContext;
    private @Nullable AddressResolverGroup<?> resolver;
    private RetryPolicy retry = Answers.DEFAULT.retry();
    private RedirectPolicy redirects = Answers.DEFAULT.redirects();
    private CallListener listener = ClientSettings.DEFAULT_LISTENER;
    private Validation validation = Requests.DEFAULT.validation();
    private ServerProfile profile = Requests.DEFAULT.profile();
    private @Nullable Scheduler timer;
    private Clock clock = ClientSettings.DEFAULT_CLOCK;

    BbbClientBuilder(BbbServer server) {
        this.server = Objects.requireNonNull(server, "server");
    }

    /** Returns what is set by now. */
    ClientSettings settings() {
        return new ClientSettings(
                server,
                http(),
                new Pool(maxConnections, acquireTimeout),
                new Timeouts(silenceTimeout, createTimeout, deadline),
                new Requests(urlBudget, formPost, validation, profile),
                new Answers(limits, retry, redirects),
                listener,
                timer == null ? Schedulers.parallel() : timer,
                clock);
    }

    private Http http() {
        return new Http(
                httpClient,
                connectionProvider,
                loopResources,
                connectTimeout,
                proxy,
                sslContext,
                resolver,
                headerBytes(),
                userAgent);
    }

    private int headerBytes() {
        if (maxHeaderBytes != null) {
            return maxHeaderBytes;
        }
        return httpClient == null
                ? Http.HEADER_BYTES
                : httpClient.configuration().decoder().maxHeaderSize();
    }

    /**
     * Tells which settings were changed of those that many clients can share: for who makes clients, shares these among them and
     * lets somebody else set up the rest.
     *
     * @return names of methods here, in the order httpClient, connectionProvider, loopResources, maxConnections, acquireTimeout,
     *     listener, timer, clock
     */
    public List<String> sharedSettings() {
        Map<String, Boolean> changed = new LinkedHashMap<>();
        changed.put("httpClient", httpClient != null);
        changed.put("connectionProvider", connectionProvider != null);
        changed.put("loopResources", loopResources != null);
        changed.put("maxConnections", maxConnections != Pool.DEFAULT.maxConnections());
        changed.put("acquireTimeout", !acquireTimeout.equals(Pool.DEFAULT.acquireTimeout()));
        changed.put("listener", listener != ClientSettings.DEFAULT_LISTENER);
        changed.put("timer", timer != null);
        changed.put("clock", !clock.equals(ClientSettings.DEFAULT_CLOCK));
        changed.values().removeIf(is -> !is);
        return List.copyOf(changed.keySet());
    }

    /**
     * Returns the server whose client this builds, for who sets up many: its proxy or trust may depend on its host.
     *
     * @return the server
     */
    public BbbServer server() {
        return server;
    }

    /**
     * Builds the client. What is set afterwards does not change it.
     *
     * @return a new client
     */
    public BbbClient build() {
        return new DefaultBbbClient(settings());
    }

    /**
     * Uses a client of yours, with what is set on it; the class comment says what is overridden. Blueflux does not dispose of
     * its resources.
     *
     * <p>Its callbacks ({@code doOnConnected}, {@code observe} and the like) should not throw. Where the transport loses what
     * they throw, the call ends by its {@link #deadline}, and its connection is closed then. What they throw while the pool hands
     * a connection from one call to the next stops that pool for good; a client of the transport's own is no better off.
     * {@code doOnRequestError} and {@code doOnError} do not hear of a wire that fails before the answer has begun.
     *
     * @param client the client
     * @return this
     */
    public BbbClientBuilder httpClient(HttpClient client) {
        this.httpClient = Objects.requireNonNull(client, "httpClient");
        return this;
    }

    /**
     * Uses a connection pool of yours, shared as you like; Blueflux does not dispose of it. It outlives the client, and so must
     * the event loops under its connections: without {@link #loopResources} they are reactor-netty's shared ones. Clients
     * of one server that share a pool share its connections only if their loops, proxy, TLS context, resolver and connect
     * timeout are the same too: reactor-netty keeps a pool of the full size for each combination. Not together with {@link
     * #httpClient}.
     *
     * @param pool the pool
     * @return this
     */
    public BbbClientBuilder connectionProvider(ConnectionProvider pool) {
        this.connectionProvider = Objects.requireNonNull(pool, "connectionProvider");
        return this;
    }

    /**
     * Uses event loops of yours, shared as you like; Blueflux does not dispose of them. Without it the client makes its own,
     * named {@code blueflux-http-…}, unless a {@link #connectionProvider} is given; share one group among the clients of many
     * servers. Close the clients and a pool of yours before the loops. Not together with {@link #httpClient}.
     *
     * @param loops the event loops
     * @return this
     */
    public BbbClientBuilder loopResources(LoopResources loops) {
        this.loopResources = Objects.requireNonNull(loops, "loopResources");
        return this;
    }

    /**
     * Bounds making a connection; 5 s by default.
     *
     * @param timeout at least 1 ms
     * @return this
     */
    public BbbClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = positive(timeout, "connectTimeout");
        return this;
    }

    /**
     * Bounds how long the server may be silent while bytes are wanted, or take nothing of a body while bytes of it lie ready;
     * 10 s by default. Time in which the reader asks for nothing, or a body's source brings nothing, does not count.
     *
     * @param timeout at least 1 ms
     * @return this
     */
    public BbbClientBuilder silenceTimeout(Duration timeout) {
        this.silenceTimeout = positive(timeout, "silenceTimeout");
        return this;
    }

    /**
     * Bounds the silence of create, which old servers answer only when they have fetched all documents, and of every call
     * that sends content; 60 s by default. The operating system may take some MB of a body at once and is silent about them
     * until they are sent.
     *
     * @param timeout at least 1 ms
     * @return this
     */
    public BbbClientBuilder createTimeout(Duration timeout) {
        this.createTimeout = positive(timeout, "createTimeout");
        return this;
    }

    /**
     * Bounds a whole call, from subscription to the end of its answer, pauses of the reader included; 2 min by default. Large
     * bodies over a slow line need more.
     *
     * @param timeout at least 1 ms
     * @return this
     */
    public BbbClientBuilder deadline(Duration timeout) {
        this.deadline = positive(timeout, "deadline");
        return this;
    }

    /**
     * Bounds the connections of the client's own pool; 500 by default. A fan-out needs its concurrency and one.
     *
     * @param connections at least 1
     * @return this
     */
    public BbbClientBuilder maxConnections(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, not " + connections);
        }
        this.maxConnections = connections;
        return this;
    }

    /**
     * Bounds the wait for a free connection of the client's own pool; 10 s by default.
     *
     * @param timeout at least 1 ms
     * @return this
     */
    public BbbClientBuilder acquireTimeout(Duration timeout) {
        this.acquireTimeout = positive(timeout, "acquireTimeout");
        return this;
    }

    /**
     * Bounds the answers; {@link AnswerLimits#DEFAULT} by default.
     *
     * @param bounds the limits
     * @return this
     */
    public BbbClientBuilder limits(AnswerLimits bounds) {
        this.limits = Objects.requireNonNull(bounds, "limits");
        return this;
    }

    /**
     * Bounds the headers of an answer, all together; 32 KiB by default, of which cookies of balancers and policies of proxies
     * may need more. Of a given {@link #httpClient} its own bound counts, unless this is called: then it replaces all of its
     * {@code httpResponseDecoder}.
     *
     * @param bytes at least 1,024
     * @return this
     */
    public BbbClientBuilder maxHeaderBytes(int bytes) {
        if (bytes < 1_024) {
            throw new IllegalArgumentException("maxHeaderBytes must be at least 1024, not " + bytes);
        }
        this.maxHeaderBytes = bytes;
        return this;
    }

    /**
     * Names the client to the server; {@code blueflux/} and its version by default.
     *
     * @param text the {@code User-Agent} header, printable ASCII
     * @return this
     */
    public BbbClientBuilder userAgent(String text) {
        Objects.requireNonNull(text, "userAgent");
        if (text.isBlank() || text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("userAgent must be printable ASCII");
        }
        this.userAgent = text;
        return this;
    }

    /**
     * Bounds the URLs; {@link #DEFAULT_URL_BUDGET} bytes by default, since common servers refuse request lines of more than
     * 8 KiB. Parameters beyond it travel as a form, where the call takes one and {@link #formPost} allows it; else the call is
     * refused with an {@code IllegalArgumentException}.
     *
     * @param bytes at least 500
     * @return this
     */
    public BbbClientBuilder urlBudget(int bytes) {
        if (bytes < 500) {
            throw new IllegalArgumentException("urlBudget must be at least 500 bytes, not " + bytes);
        }
        this.urlBudget = bytes;
        return this;
    }

    /**
     * Chooses when parameters travel as a form in the body of a POST; {@link FormPost#AUTOMATIC} by default. Some load
     * balancers ignore forms.
     *
     * @param when when they do
     * @return this
     */
    public BbbClientBuilder formPost(FormPost when) {
        this.formPost = Objects.requireNonNull(when, "formPost");
        return this;
    }

    /**
     * Goes through a proxy, which is asked to open a tunnel to the server, for {@code http} too; nobody by default. The
     * server's name is the proxy's to resolve, unless a {@link #resolver} or an {@link #httpClient} is given. Errors name the
     * proxy where they are its own. Give the clients of many servers one and the same object, so that they can share.
     *
     * @param spec its type, address, user and the like: {@code spec -> spec.type(HTTP).host("proxy").port(3128)}
     * @return this
     */
    public BbbClientBuilder proxy(Consumer<? super ProxyProvider.TypeSpec> spec) {
        this.proxy = Objects.requireNonNull(spec, "proxy");
        return this;
    }

    /**
     * Trusts what a TLS context of yours trusts, for a private CA or a client certificate. The host name is still verified.
     * By default the JDK's trust store is asked.
     *
     * @param context made by {@code SslContextBuilder.forClient()}
     * @return this
     */
    public BbbClientBuilder sslContext(SslContext context) {
        this.sslContext = Objects.requireNonNull(context, "sslContext");
        return this;
    }

    /**
     * Resolves names in a way of yours, for example {@code DefaultAddressResolverGroup.INSTANCE} for the JDK's.
     *
     * @param group the resolvers
     * @return this
     */
    public BbbClientBuilder resolver(AddressResolverGroup<?> group) {
        this.resolver = Objects.requireNonNull(group, "resolver");
        return this;
    }

    /**
     * Repeats calls that failed in a transient error; {@link RetryPolicy#NONE} by default. Only what does no more when it
     * arrives twice is repeated: reads, calls whose effect is the same however often they arrive, and a create with both
     * passwords. Each try has a silence timeout of its own; the deadline bounds them and the pauses together. A list that
     * has handed over an item is not begun again. To a listener it is one call.
     *
     * @param policy how often, and after which pauses
     * @return this
     */
    public BbbClientBuilder retry(RetryPolicy policy) {
        this.retry = Objects.requireNonNull(policy, "retry");
        return this;
    }

    /**
     * Chooses which redirects are followed; {@link RedirectPolicy#JOIN} by default.
     *
     * @param policy of which calls, and to which hosts
     * @return this
     */
    public BbbClientBuilder redirects(RedirectPolicy policy) {
        this.redirects = Objects.requireNonNull(policy, "redirects");
        return this;
    }

    /**
     * Tells a listener what each call does.
     *
     * @param hearer must not block
     * @return this
     */
    public BbbClientBuilder listener(CallListener hearer) {
        this.listener = Objects.requireNonNull(hearer, "listener");
        return this;
    }

    /**
     * Says whether the meetingId given to isMeetingRunning, getMeetingInfo and end may break the rules of the API:
     * {@link Validation#STRICT} by default. Requests that you build have a switch of their own. A fan-out asks for whatever
     * the server lists.
     *
     * @param rules lenient for a balancer that allows what BBB does not
     * @return this
     */
    public BbbClientBuilder validation(Validation rules) {
        this.validation = Objects.requireNonNull(rules, "validation");
        return this;
    }

    /**
     * Tells what is known of the server, which helps to explain a refused checksum; nothing by default. It does not change
     * what is sent.
     *
     * @param known told by you, or learned by {@link BbbClient#probe()}
     * @return this
     */
    public BbbClientBuilder profile(ServerProfile known) {
        this.profile = Objects.requireNonNull(known, "profile");
        return this;
    }

    /**
     * Runs the timeouts on a scheduler of yours; {@link Schedulers#parallel()} by default.
     *
     * @param scheduler the scheduler
     * @return this
     */
    public BbbClientBuilder timer(Scheduler scheduler) {
        this.timer = Objects.requireNonNull(scheduler, "timer");
        return this;
    }

    /**
     * Takes the time of day from a clock of yours, for what listeners are told; the system's by default.
     *
     * @param source the clock
     * @return this
     */
    public BbbClientBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    private static Duration positive(Duration timeout, String name) {
        Objects.requireNonNull(timeout, name);
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be 1 ms to 365 days, not " + timeout);
        }
        return timeout;
    }
}
