// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.ApiCall;
import io.blueflux.body.Document;
import io.blueflux.body.RequestBody;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a POST carries as options. Files are read while they are sent. */
final class BodyOptions {
    private static final String FILE = "--file";
    private static final String BODY_FILE = "--body-file";
    private static final Map<ApiCall, String> NEEDED =
            Map.of(ApiCall.INSERT_DOCUMENT, DocumentOptions.DOCUMENT, ApiCall.PUT_RECORDING_TEXT_TRACK, FILE);

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<DocumentOptions> documents = new ArrayList<>();

    @Option(names = FILE, paramLabel = "FILE", description = "For putRecordingTextTrack: the captions.")
    private @Nullable Path file;

    @ArgGroup(exclusive = false)
    private @Nullable RawBodyOptions raw;

    /** Returns the body that was asked for, null if none was. */
    @Nullable
    RequestBody body(ApiCall call) {
        requireOne(call);
        if (!documents.isEmpty()) {
            requireCall(call, DocumentOptions.DOCUMENT, ApiCall.CREATE, ApiCall.INSERT_DOCUMENT);
            return RequestBody.ofDocuments(
                    documents.stream().map(DocumentOptions::document).toList());
        }
        if (file != null) {
            requireCall(call, FILE, ApiCall.PUT_RECORDING_TEXT_TRACK);
            return RequestBody.ofTextTrack(nameOf(file), OptionFile.toSend("captions", file));
        }
        return raw == null ? null : raw.body();
    }

    /** Returns the documents, for a call that makes its body of them itself. */
    List<Document> documents(ApiCall call) {
        if (file != null || raw != null) {
            throw FleetRequest.ofOneServer(file == null ? BODY_FILE : FILE);
        }
        requireOne(call);
        return documents.stream().map(DocumentOptions::document).toList();
    }

    private void requireOne(ApiCall call) {
        long given = Stream.of(!documents.isEmpty(), file != null, raw != null)
                .filter(isGiven -> isGiven)
                .count();
        if (given > 1) {
            throw CommandException.usage("give one of " + DocumentOptions.DOCUMENT + ", " + FILE + " and " + BODY_FILE);
        }
        String needed = NEEDED.get(call);
        if (given == 0 && needed != null) {
            throw CommandException.usage(call + " needs " + needed + ", or " + BODY_FILE);
        }
    }

    private static void requireCall(ApiCall call, String option, ApiCall... takers) {
        if (!List.of(takers).contains(call)) {
            throw CommandException.usage(option + " is not for " + call);
        }
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }
}
