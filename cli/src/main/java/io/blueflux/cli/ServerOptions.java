// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that name a server. */
final class ServerOptions {
    static final String SECRET_VARIABLE = "BLUEFLUX_SECRET";

    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "The server's base URL, for example https://bbb.example.org/bigbluebutton")
    private String url = "";

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            converter = AlgorithmConverter.class,
            description = "The checksum's hash: sha1, sha256 (the default), sha384 or sha512.")
    private ChecksumAlgorithm algorithm = ChecksumAlgorithm.SHA256;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Read the shared secret from a file. Without it the environment variable " + SECRET_VARIABLE
                    + " counts; without that you are asked for it.")
    private @Nullable Path secretFile;

    /** Returns the server with its secret, which the user may be asked for. */
    BbbServer server(Terminal terminal) {
        String secret = givenSecret(terminal);
        return server(secret == null ? asked(terminal) : secret);
    }

    /** Returns the server for a call, with its secret if the call is signed. */
    BbbServer serverFor(ApiCall call, Terminal terminal) {
        return call.authentication() == ApiCall.Authentication.CHECKSUM
                ? server(terminal)
                : serverForUnsigned(terminal);
    }

    /** A secret is taken if one is given. */
    private BbbServer serverForUnsigned(Terminal terminal) {
        String secret = givenSecret(terminal);
        return server(secret == null ? "none is needed" : secret);
    }

    private BbbServer server(String secret) {
        return CommandException.checked(
                () -> BbbServer.of(UrlText.checked(url), secret).withAlgorithm(algorithm));
    }

    private @Nullable String givenSecret(Terminal terminal) {
        return secretFile == null ? terminal.environment().get(SECRET_VARIABLE) : OptionFile.text("secret", secretFile);
    }

    private static String asked(Terminal terminal) {
        char[] answer = terminal.prompt().get();
        if (answer == null) {
            throw CommandException.usage(
                    "the shared secret is missing: give --secret-file or the environment variable " + SECRET_VARIABLE);
        }
        return new String(answer);
    }

    /** Reads the names of the algorithms. */
    static final class AlgorithmConverter implements ITypeConverter<ChecksumAlgorithm> {
        @Override
        public ChecksumAlgorithm convert(String name) {
            try {
                return ChecksumAlgorithm.of(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
