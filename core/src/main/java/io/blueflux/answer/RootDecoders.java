// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static io.blueflux.xml.ElementName.API_URL;
import static io.blueflux.xml.ElementName.API_VERSION;
import static io.blueflux.xml.ElementName.BBB_VERSION;
import static io.blueflux.xml.ElementName.BUILD;
import static io.blueflux.xml.ElementName.GRAPHQL_API_URL;
import static io.blueflux.xml.ElementName.GRAPHQL_WEBSOCKET_URL;
import static io.blueflux.xml.ElementName.HTML5_PLUGIN_SDK_VERSION;
import static io.blueflux.xml.ElementName.INFO;
import static io.blueflux.xml.ElementName.VERSION;

import io.blueflux.model.ApiVersion;
import io.blueflux.model.Status;
import io.blueflux.xml.Names;

/** The decoder of the API's root. */
public final class RootDecoders {
    static final Names VERSION_NAMES = new Names(
            VERSION,
            API_VERSION,
            BBB_VERSION,
            GRAPHQL_WEBSOCKET_URL,
            GRAPHQL_API_URL,
            HTML5_PLUGIN_SDK_VERSION,
            API_URL,
            BUILD,
            INFO);

    private RootDecoders() {}

    /**
     * Decodes the answer of the API's root.
     *
     * @param context the call
     * @return a decoder of one value
     */
    public static ChunkDecoder<ApiVersion> version(AnswerContext context) {
        return Shapes.value(context, VERSION_NAMES, RootDecoders::version);
    }

    private static ApiVersion version(Status status, TextFields fields) {
        if (fields.isEmpty()) {
            fields.needed(VERSION);
        }
        return new ApiVersion(
                status,
                fields.text(VERSION),
                fields.text(API_VERSION),
                fields.text(BBB_VERSION),
                fields.text(HTML5_PLUGIN_SDK_VERSION),
                new ApiVersion.Urls(
                        fields.text(GRAPHQL_WEBSOCKET_URL), fields.text(GRAPHQL_API_URL), fields.text(API_URL)),
                new ApiVersion.Balancer(fields.text(BUILD), fields.text(INFO)),
                fields.unknownElements());
    }
}
