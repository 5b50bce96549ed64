// SPDX-License-Identifier: Apache-2.0
package io.blueflux.body;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Writes one file as a multipart form (RFC 7578). */
final class MultipartBody {
    private MultipartBody() {}

    /**
     * Makes the body. The boundary is 128 random bits: content that holds it by chance does not happen, and nobody can know
     * it before.
     */
    static RequestBody of(String part, String fileName, BodySource content) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String boundary = "Blueflux-%016x%016x".formatted(random.nextLong(), random.nextLong());
        BodySegment head = BodySegment.text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"" + escaped(fileName) + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        BodySegment foot = BodySegment.text("\r\n--" + boundary + "--\r\n");
        return new RequestBody(
                "multipart/form-data; boundary=" + boundary,
                List.of(head, new BodySegment(fileName, content, false), foot));
    }

    /** As browsers do: only what would end the name or the line. */
    private static String escaped(String fileName) {
        return fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
