// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.ApiCall;
import io.blueflux.HostAndPort;
import io.blueflux.answer.AnswerContext;
import io.blueflux.error.RedirectedException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer that redirects.
 *
 * @param context the call, and the status of the answer
 * @param asked what was asked for
 * @param location the {@code Location} header as it came; null if there was none
 * @param followed whether {@code asked} is itself the target of a redirect
 */
public record Redirect(
        AnswerContext context, URI asked, @Nullable String location, boolean followed) {
    private static final int MAX_LENGTH = 64 << 10;
    private static final Set<Integer> FOLLOWED = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CHECKSUM = Pattern.compile("(?:^|&)checksum=[0-9A-Fa-f]");

    /**
     * Returns where it leads.
     *
     * @return an absolute http or https URL with a host and without user information, spelt as the server spelt it; null
     *     if the server named no such
     */
    public @Nullable URI target() {
        String text = location;
        if (text == null
                || text.length() > MAX_LENGTH
                || !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return null;
        }
        try {
            URI target =
                    text.startsWith("?") ? URI.create(asked.getScheme() + ":" + path() + text) : asked.resolve(text);
            return isUsable(target) ? target : null;
        } catch (IllegalArgumentException e) {
            return null; // not a URL: nobody can go there
        }
    }

    /**
     * Makes the error of a redirect that means nothing to the call; it names scheme and host of the target only, since the
     * path may be a tenant's key and the query a credential.
     *
     * @return the error
     */
    public RedirectedException refused() {
        URI target = target();
        String origin = target == null
                ? ""
                : target.getScheme() + "://" + HostAndPort.of(target).host();
        return new RedirectedException(
                context.site(), context.status(), context.blotter().blot(origin), isSignedAnew(target));
    }

    private boolean isSignedAnew(@Nullable URI target) {
        return target != null
                && mayFollow(target)
                && isSigned(target, ApiCall.of(context.site().call()))
                && !String.valueOf(target.getRawQuery()).equals(asked.getRawQuery());
    }

    /**
     * Returns where the very same call is to be made: a balancer names the server that it chose, by a URL that it signed. That
     * is followed once, over the same scheme; to nothing else.
     *
     * @param call the call that was asked for
     * @return the URL to get, or null if this is no such redirect
     */
    public @Nullable URI sameCallElsewhere(ApiCall call) {
        URI target = target();
        return target != null && mayFollow(target) && isSigned(target, call) ? target : null;
    }

    /**
     * Returns where the very same page is said to be, with or without the slash at its end.
     *
     * @return the URL to get, or null if this is no such redirect
     */
    @Nullable
    URI samePageElsewhere() {
        URI target = target();
        boolean same = target != null
                && mayFollow(target)
                && withoutSlash(target).equals(withoutSlash(asked))
                && HostAndPort.of(target)
                        .in(target.getScheme())
                        .equals(HostAndPort.of(asked).in(asked.getScheme()));
        return same ? target : null;
    }

    /** Tells whether a URL makes a call, and holds a checksum. */
    static boolean isSigned(URI target, ApiCall call) {
        String query = target.getRawQuery();
        return target.getRawPath().endsWith("/api/" + call.wireName())
                && query != null
                && CHECKSUM.matcher(query).find();
    }

    private boolean mayFollow(URI target) {
        return !followed
                && FOLLOWED.contains(context.status())
                && target.getScheme().equalsIgnoreCase(asked.getScheme());
    }

    private static String withoutSlash(URI url) {
        String path = url.getRawPath();
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return url.getRawQuery() == null ? bare : bare + "?" + url.getRawQuery();
    }

    /** Returns the call and the status; the URLs are credentials. */
    @Override
    public String toString() {
        return context.toString();
    }

    private String path() {
        return "//" + asked.getRawAuthority() + asked.getRawPath();
    }

    private static boolean isUsable(URI target) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && hasHost(target);
    }

    private static boolean hasHost(URI target) {
        try {
            return !HostAndPort.of(target).host().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
