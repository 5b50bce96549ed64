// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.body.Document;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One document as options, which come together. */
final class DocumentOptions {
    static final String DOCUMENT = "--document";

    @Option(
            names = DOCUMENT,
            required = true,
            paramLabel = "URL|FILE",
            description = {
                "For create and insertDocument: slides that the server fetches, or a file that is sent along.",
                "Repeat it for further ones."
            })
    private String document = "";

    @Option(
            names = "--document-name",
            paramLabel = "NAME",
            description = {
                "The file name that is shown for the --document beside it, and whose extension tells what it is; the "
                        + "file's or the URL's own by default."
            })
    private @Nullable String name;

    Document document() {
        String lower = document.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return name == null ? Document.url(document) : Document.url(document, name);
        }
        Path path = OptionFile.toSend("document", PathConverter.path(document));
        return Document.inline(name == null ? String.valueOf(path.getFileName()) : name, path);
    }
}
