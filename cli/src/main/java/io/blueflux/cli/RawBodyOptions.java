// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.body.RequestBody;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Any body of a POST as options, which come together. */
final class RawBodyOptions {
    @Option(
            names = "--body-file",
            required = true,
            paramLabel = "FILE",
            description = "Send this file as a POST's body, as it is.")
    private Path file = Path.of("");

    @Option(
            names = "--content-type",
            required = true,
            paramLabel = "TYPE",
            description = "What the body file is, for example application/xml.")
    private String contentType = "";

    RequestBody body() {
        return RequestBody.of(contentType, OptionFile.toSend("body", file));
    }
}
