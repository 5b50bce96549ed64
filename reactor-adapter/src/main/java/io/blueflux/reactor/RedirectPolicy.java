// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.ApiCall;
import io.blueflux.HostAndPort;
import io.blueflux.endpoint.Endpoint;
import io.blueflux.endpoint.Redirect;
import io.blueflux.value.Given;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which redirects a client follows. Balancers answer join, and some of them every call, with a redirect to the very same call
 * on the server that they chose, by a URL that they signed. Immutable.
 *
 * <p>Whatever the policy, a redirect is followed once and not again, over the same scheme, and only if it leads to the same
 * call, {@code …/api/CALL}, and holds a checksum. The other server gets a GET of that URL: no header that was set on the
 * {@code HttpClient}, no cookie, no body, and nothing that our secret signed. It is reached through the client's proxy and with its
 * TLS context, a client certificate included. A call that has a body is never sent on, nor one that is not signed. Errors of
 * the other server name its host; see {@link io.blueflux.error.CallSite#sentOnTo()}.
 *
 * <p>So a server that is not trusted can make the client send one GET to an address of its choice. {@link #onlyTo} says to
 * which.
 */
public final class RedirectPolicy {
    /** Follows none: each is a {@link io.blueflux.error.RedirectedException}. */
    public static final RedirectPolicy NEVER = new RedirectPolicy(Calls.NONE, null);

    /** Follows those of join, and those of the API's root to itself with or without a slash at its end. */
    public static final RedirectPolicy JOIN = new RedirectPolicy(Calls.JOIN, null);

    /** Follows those of every signed call, as tinyscale needs it. */
    public static final RedirectPolicy EVERY_CALL = new RedirectPolicy(Calls.EVERY, null);

    private enum Calls {
        NONE,
        JOIN,
        EVERY
    }

    private final Calls calls;
    private final @Nullable Set<HostAndPort> hosts;

    private RedirectPolicy(Calls calls, @Nullable Set<HostAndPort> hosts) {
        this.calls = calls;
        this.hosts = hosts;
    }

    /**
     * Returns this policy, kept to some hosts. The client's own server is always one of them.
     *
     * @param allowed each {@code host}, with any port, or {@code host:port}; letters beyond ASCII are taken as punycode
     * @return a copy
     * @throws IllegalArgumentException if one of them is no host
     */
    public RedirectPolicy onlyTo(String... allowed) {
        return new RedirectPolicy(
                calls,
                Given.all(allowed, "allowed").stream()
                        .map(RedirectPolicy::host)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns what it follows, and where to. */
    @Override
    public String toString() {
        String what = calls.name().toLowerCase(Locale.ROOT);
        return hosts == null
                ? what
                : what + " to "
                        + hosts.stream().map(HostAndPort::toString).sorted().toList();
    }

    /** Returns where to go on, or null if the redirect is the answer. */
    @Nullable
    URI next(Endpoint<?> endpoint, Redirect redirect, boolean hasBody) {
        if (calls == Calls.NONE || hasBody) {
            return null;
        }
        URI next = endpoint.redirects().next(redirect);
        if (next == null && calls == Calls.EVERY && isSigned(endpoint.call())) {
            next = redirect.sameCallElsewhere(endpoint.call());
        }
        return next != null && isAllowed(next, redirect.asked()) ? next : null;
    }

    /** Join may say by a redirect what went wrong. */
    private static boolean isSigned(ApiCall call) {
        return call.authentication() == ApiCall.Authentication.CHECKSUM && !call.equals(ApiCall.JOIN);
    }

    private boolean isAllowed(URI target, URI asked) {
        if (hosts == null) {
            return true;
        }
        HostAndPort there = HostAndPort.of(target).in(target.getScheme());
        return hosts.contains(there)
                || hosts.contains(new HostAndPort(there.host(), -1))
                || there.equals(HostAndPort.of(asked).in(asked.getScheme()));
    }

    private static HostAndPort host(String text) {
        HostAndPort given = HostAndPort.of(text);
        return new HostAndPort(given.host().toLowerCase(Locale.ROOT), given.port());
    }
}
