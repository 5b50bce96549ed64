// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.request.RequestBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The body of a POST as options, which come together. */
final class BodyOptions {
    @Option(
            names = "--body-file",
            required = true,
            paramLabel = "FILE",
            description = "Send this file as a POST's body.")
    private Path file = Path.of("");

    @Option(
            names = "--content-type",
            required = true,
            paramLabel = "TYPE",
            description = "What the file is, for example application/xml.")
    private String contentType = "";

    RequestBody body() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return CommandException.checked(() -> RequestBody.of(contentType, bytes));
        } catch (IOException e) {
            throw new CommandException(ExitStatus.USAGE, "the body file cannot be read: " + file, e);
        }
    }
}
