// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds documents to a running meeting (BBB API, "insertDocument"). What is shown changes only if a document is {@linkplain
 * Document#withCurrent current}. Immutable.
 */
public final class InsertDocumentRequest implements ApiRequest {
    private final RequestParameters parameters;
    private final RequestBody body;

    private InsertDocumentRequest(RequestParameters parameters, RequestBody body) {
        this.parameters = parameters;
        this.body = body;
    }

    /**
     * Makes the request.
     *
     * @param meetingId the meeting, meetingID on the wire
     * @param documents at least one; the order is kept
     * @return the request
     * @throws IllegalArgumentException if there is no document, or naming the parameter and the rule it breaks
     */
    public static InsertDocumentRequest of(String meetingId, List<Document> documents) {
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(documents, "documents");
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("insertDocument needs at least one document");
        }
        RequestParameters.Builder parameters = RequestParameters.builder().put(Parameter.MEETING_ID, meetingId);
        return new InsertDocumentRequest(parameters.build(), DocumentsXml.body(documents, Map.of()));
    }

    @Override
    public ApiCall call() {
        return ApiCall.INSERT_DOCUMENT;
    }

    @Override
    public RequestParameters parameters() {
        return parameters;
    }

    /** Returns the documents as XML. */
    @Override
    public RequestBody body() {
        return body;
    }

    /** Returns the parameters, and how large the body is. */
    @Override
    public String toString() {
        return call() + " " + parameters + " with " + body;
    }
}
