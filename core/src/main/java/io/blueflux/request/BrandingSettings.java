// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;

/** How a meeting looks, part of {@link CreateRequest}. */
public final class BrandingSettings extends Setters<BrandingSettings> {
    BrandingSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Shows a text in a banner above the meeting; none unless said. Wire name {@code bannerText}.
     *
     * @param text the text
     * @return these settings
     */
    public BrandingSettings bannerText(String text) {
        return put(Parameter.BANNER_TEXT, text);
    }

    /**
     * Colours the banner. Wire name {@code bannerColor}.
     *
     * @param colour the colour as {@code #RRGGBB}
     * @return these settings
     */
    public BrandingSettings bannerColor(String colour) {
        return put(Parameter.BANNER_COLOR, colour);
    }

    /**
     * Shows a logo where the branding area is on; the server has a default. Wire name {@code logo}.
     *
     * @param url where the picture is
     * @return these settings
     */
    public BrandingSettings logo(String url) {
        return put(Parameter.LOGO, url);
    }

    /**
     * Shows another logo in the dark theme; the same logo unless said. Wire name {@code darklogo}; BBB 3.0 and later.
     *
     * @param url where the picture is
     * @return these settings
     */
    public BrandingSettings darkLogo(String url) {
        return put(Parameter.DARK_LOGO, url);
    }

    /**
     * Replaces the copyright notice of the client. Wire name {@code copyright}; gone in 4.0.
     *
     * @param text the text
     * @return these settings
     */
    public BrandingSettings copyright(String text) {
        return put(Parameter.COPYRIGHT, text);
    }
}
