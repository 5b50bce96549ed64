// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.input;

/** Writes answers to getMeetings whose metadata have names that are alike and never come again. */
public final class HostileNames {
    /** How many new names an answer has. */
    public static final int A_DOCUMENT = 100;

    private final Markup xml = new Markup("\n");
    private int written;

    /**
     * Writes the next answer.
     *
     * @return one meeting without attendees
     */
    public byte[] next() {
        xml.open("response").leaf("returncode", "SUCCESS").open("meetings").open("meeting");
        xml.leaf("meetingID", "hostile").open("metadata");
        for (int i = 0; i < A_DOCUMENT; i++) {
            xml.leaf("meta-key-" + written + "-" + Integer.toHexString(written * 0x9E3779B9), i);
            written++;
        }
        xml.close("metadata").close("meeting").close("meetings").close("response");
        return xml.take();
    }
}
