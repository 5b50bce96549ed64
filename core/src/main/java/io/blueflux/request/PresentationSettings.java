// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

/** Slides, part of {@link CreateRequest}; documents themselves are added with {@link CreateRequest.Builder#document}. */
public final class PresentationSettings {
    private final RequestParameters.Builder sink;

    PresentationSettings(RequestParameters.Builder sink) {
        this.sink = sink;
    }

    /**
     * Leaves the server's default slides away when there are documents; true unless said. Wire name {@code
     * preUploadedPresentationOverrideDefault}; BBB 2.5 and later.
     *
     * @param override whether to
     * @return these settings
     */
    public PresentationSettings overrideDefault(boolean override) {
        sink.put(Parameter.PRE_UPLOADED_OVERRIDE_DEFAULT, override);
        return this;
    }

    /**
     * Names one document for the server to fetch, without a body. Wire name {@code preUploadedPresentation}; BBB 2.7.2
     * and later.
     *
     * @param url where the document is
     * @return these settings
     */
    public PresentationSettings preUploaded(String url) {
        sink.put(Parameter.PRE_UPLOADED_PRESENTATION, url);
        return this;
    }

    /**
     * Names the document of {@link #preUploaded}. Wire name {@code preUploadedPresentationName}; BBB 2.7.2 and later.
     *
     * @param name the name to show
     * @return these settings
     */
    public PresentationSettings preUploadedName(String name) {
        sink.put(Parameter.PRE_UPLOADED_PRESENTATION_NAME, name);
        return this;
    }

    /**
     * Limits the pages of a document; 200 unless said. Wire name {@code maxNumPages}; BBB 3.0 and later.
     *
     * @param pages how many
     * @return these settings
     */
    public PresentationSettings maxNumPages(int pages) {
        sink.put(Parameter.MAX_NUM_PAGES, pages);
        return this;
    }

    /**
     * Keeps converted slides for the next meeting; the server has a default. Wire name {@code
     * presentationConversionCacheEnabled}; BBB 3.0 and later.
     *
     * @param enabled whether to
     * @return these settings
     */
    public PresentationSettings conversionCacheEnabled(boolean enabled) {
        sink.put(Parameter.CONVERSION_CACHE_ENABLED, enabled);
        return this;
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
        sink.put(Parameter.UPLOAD_EXTERNAL_DESCRIPTION, description);
        return this;
    }
}
