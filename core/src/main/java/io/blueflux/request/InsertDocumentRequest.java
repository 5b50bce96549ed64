// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.ApiCall;
import io.blueflux.body.Document;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.util.List;
import java.util.Objects;

/**
 * Adds documents to a running meeting (BBB API, "insertDocument"). What is shown changes only if a document is {@linkplain
 * Document#withCurrent current}. Immutable.
 */
public final class InsertDocumentRequest extends UploadRequest {
    private InsertDocumentRequest(RequestParameters parameters, RequestBody body) {
        super(ApiCall.INSERT_DOCUMENT, parameters, body);
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
        return new InsertDocumentRequest(parameters.build(), RequestBody.ofDocuments(documents));
    }
}
