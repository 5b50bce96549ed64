// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.error.RedirectedException;
import io.blueflux.xml.AnswerContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
        String origin = target == null ? "" : target.getScheme() + "://" + target.getHost();
        return new RedirectedException(context.site(), context.status(), origin);
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
        return (scheme.equals("http") || scheme.equals("https"))
                && target.getHost() != null
                && target.getRawUserInfo() == null
                && target.getPort() <= 65_535
                && target.getPort() != 0;
    }
}
