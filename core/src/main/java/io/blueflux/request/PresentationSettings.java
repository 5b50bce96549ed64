// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;

/** Slides, part of {@link CreateRequest}; documents themselves are added with {@link CreateRequest.Builder#document}. */
public final class PresentationSettings extends Setters<PresentationSettings> {
    PresentationSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Leaves the server's default slides away when there are documents; true unless said. Wire name {@code
     * preUploadedPresentationOverrideDefault}; BBB 2.5 and later.
     *
     * @param override whether to
     * @return these settings
     */
    public PresentationSettings overrideDefault(boolean override) {
        return put(Parameter.PRE_UPLOADED_OVERRIDE_DEFAULT, override);
    }

    /**
     * Names one document for the server to fetch, without a body. Wire name {@code preUploadedPresentation}; BBB 2.7.2
     * and later.
     *
     * @param url where the document is
     * @return these settings
     */
    public PresentationSettings preUploaded(String url) {
        return put(Parameter.PRE_UPLOADED_PRESENTATION, url);
    }

    /**
     * Names the document of {@link #preUploaded}. Wire name {@code preUploadedPresentationName}; BBB 2.7.2 and later.
     *
     * @param name the name to show
     * @return these settings
     */
    public PresentationSettings preUploadedName(String name) {
        return put(Parameter.PRE_UPLOADED_PRESENTATION_NAME, name);
    }

    /**
     * Limits the pages of a document; 200 unless said. Wire name {@code maxNumPages}; BBB 3.0 and later.
     *
     * @param pages how many
     * @return these settings
     */
    public PresentationSettings maxNumPages(int pages) {
        return put(Parameter.MAX_NUM_PAGES, pages);
    }

    /**
     * Keeps converted slides for the next meeting; the server has a default. Wire name {@code
     * presentationConversionCacheEnabled}; BBB 3.0 and later.
     *
     * @param enabled whether to
     * @return these settings
     */
    public PresentationSettings conversionCacheEnabled(boolean enabled) {
        return put(Parameter.CONVERSION_CACHE_ENABLED, enabled);
    }

    /**
     * Offers users a page of another site for uploading slides; none unless said. Wire names
     * {@code presentationUploadExternalUrl} and {@code presentationUploadExternalDescription}; BBB 2.6 and later.
     *
     * @param url the page
     * @param description what users read
     * @return these settings
     */
    public PresentationSettings uploadExternal(String url, String description) {
        sink.put(Parameter.UPLOAD_EXTERNAL_URL, url);
        return put(Parameter.UPLOAD_EXTERNAL_DESCRIPTION, description);
    }
}
