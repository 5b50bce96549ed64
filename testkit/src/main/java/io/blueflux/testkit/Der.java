// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a certificate is written in (X.690): a tag, a length, a value. */
final class Der {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int UTF8_STRING = 0x0C;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int SHORT = 0x80;

    private Der() {}

    static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length < SHORT) {
            out.write(length);
        } else {
            out.write(SHORT + 2);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static byte[] text(int tag, String ascii) {
        return value(tag, ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** The parts of the identifier as they are encoded, in hexadecimal. */
    static byte[] identifier(String hex) {
        return value(OBJECT_IDENTIFIER, HexFormat.of().parseHex(hex));
    }

    static byte[] yes() {
        return value(BOOLEAN, new byte[] {(byte) 0xFF});
    }
}
