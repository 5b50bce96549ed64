// SPDX-License-Identifier: Apache-2.0
package io.blueflux.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageKeyTest {
    /** Key, whether it stands in answers of success, whether it passes. */
    private static final String TABLE = """
            checksumError,false,false
            unsupportedContentType,false,false
            apiNotEnabled,false,false
            missingParamMeetingID,false,false
            missingParamFullName,false,false
            missingParamRecordID,false,false
            missingParamPublish,false,false
            missingParamMessage,false,false
            missingParamCallbackURL,false,false
            missingParamHookID,false,false
            MissingParam,false,false
            paramError,false,false
            missingParameters,false,false
            nullError,false,false
            emptyError,false,false
            sizeError,false,false
            validationError,false,false
            fullNameTooLong,false,false
            invalidPassword,false,false
            Params required,false,false
            invalidFormat,false,false
            fileNameError,false,false
            notFound,false,false
            invalidMeetingIdentifier,false,false
            invalidMeetingId,false,false
            meetingNotFound,false,false
            meetingForciblyEnded,false,false
            mismatchCreateTimeParam,false,false
            mismatchCreateTime,false,false
            maxParticipantsReached,false,false
            guestDeniedAccess,false,false
            guestDeny,true,false
            userNotFound,false,false
            idNotUnique,false,false
            NotUniqueMeetingID,false,false
            nonUniqueVoiceBridge,false,false
            parentMeetingIDMissing,false,false
            parentMeetingDoesNotExist,false,false
            noMeetings,true,false
            noSessions,true,false
            duplicateWarning,true,false
            sentEndMeetingRequest,true,false
            successfullyJoined,true,false
            guestWait,true,false
            noRecordings,true,false
            recordingNotFound,false,false
            unexpectedError,false,false
            noCaptionsFound,false,false
            invalidKind,false,false
            invalidLang,false,false
            empty_uploaded_text_track,false,false
            upload_text_track_failed,false,false
            upload_text_track_success,true,false
            missingToken,false,false
            missingSession,false,false
            invalidSession,false,false
            createHookError,false,true
            destroyHookError,false,true
            listHookError,false,false
            destroyMissingHook,false,false
            noConfigFound,false,false
            configNotFound,false,false
            configXMLError,false,false
            configXMLChecksumError,false,false
            pollXMLError,false,false
            pollXMLChecksumError,false,false
            internalError,false,true
            serverUnavailable,false,true
            serverTagUnavailable,false,true
            noInstanceFound,false,true
            b3scaleGatewayError,false,true
            b3scale_server_error,false,true
            unsupportedRequest,false,false
            notImplemented,false,false
            invalidRecordingIdentifier,false,false
            clientError,false,false
            tenantNotFound,false,false
            meetingPoolReached,false,false
            userPoolReached,false,false
            """;

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keyTellsSuccessAndWhetherItPasses(String row) {
        String[] cells = row.split(",", -1);
        MessageKey key = MessageKey.of(cells[0]);

        assertThat(key.isSuccess()).isEqualTo(Boolean.parseBoolean(cells[1]));
        assertThat(key.isTransient()).isEqualTo(Boolean.parseBoolean(cells[2]));
        assertThat(key.origin()).isNotEmpty();
        assertThat(key).hasToString(cells[0]);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void errorPassesAsItsKeyDoes(String row) {
        String[] cells = row.split(",", -1);
        CallSite site = new CallSite("bbb1", "getMeetings");
        ApiFailedException error = new ApiFailedException(site, "FAILED", List.of(new ApiError(cells[0], "text")), 200);

        assertThat(error.isTransient()).isEqualTo(Boolean.parseBoolean(cells[2]));
        assertThat(error.has(MessageKey.of(cells[0]))).isTrue();
        assertThat(error.has(MessageKey.of("other"))).isFalse();
    }

    @Test
    void everyConstantHasARowAndIsFound() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (var field : MessageKey.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                MessageKey key = (MessageKey) field.get(null);
                assertThat(MessageKey.of(key.text())).isSameAs(key);
                constants.add(key.text());
            }
        }
        assertThat(constants).doesNotHaveDuplicates();
        assertThat(rows().map(row -> row.split(",", -1)[0])).containsExactlyElementsOf(constants);
        assertThat(MessageKey.values()).extracting(MessageKey::text).containsExactlyElementsOf(constants);
    }

    @Test
    void anyTextIsAKey() {
        MessageKey key = MessageKey.of("missingParameterMeetingID");

        assertThat(key).isEqualTo(MessageKey.of("missingParameterMeetingID")).isNotEqualTo(MessageKey.NOT_FOUND);
        assertThat(key).hasSameHashCodeAs(MessageKey.of("missingParameterMeetingID"));
        assertThat(key.isSuccess()).isFalse();
        assertThat(key.isTransient()).isFalse();
        assertThat(key.origin()).isEmpty();
    }

    @Test
    void whatPassesIsNeverASuccess() {
        assertThat(MessageKey.values()).noneMatch(key -> key.isSuccess() && key.isTransient());
    }
}
