// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.sign;

import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Signing as most clients write it: {@code URLEncoder}, then commons-codec. */
final class CommonsCodecSigner {
    private CommonsCodecSigner() {}

    static String sign(String baseUrl, String call, Map<String, String> parameters, String secret) {
        String query = PlainSigner.query(parameters);
        return PlainSigner.url(baseUrl, call, query, DigestUtils.sha256Hex(call + query + secret));
    }
}
