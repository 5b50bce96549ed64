// SPDX-License-Identifier: Apache-2.0
package io.blueflux.endpoint;

import io.blueflux.model.ApiVersion;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The redirect of the API's root: some web frameworks know it without the slash alone, and say so. It is not signed. */
final class RootRedirect implements RedirectRule<ApiVersion> {
    @Override
    public @Nullable URI next(Redirect redirect) {
        return redirect.samePageElsewhere();
    }

    @Override
    public ApiVersion value(Redirect redirect) {
        throw redirect.refused();
    }
}
