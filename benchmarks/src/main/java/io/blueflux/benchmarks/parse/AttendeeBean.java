// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Attendee;
import io.blueflux.model.AttendeeRole;
import java.util.List;
import java.util.Map;

/** An attendee as a mapper fills it: a field an element, of the element's name. */
public class AttendeeBean {
    public String userID = "";
    public String fullName = "";
    public String role = "";
    public boolean isPresenter;
    public boolean isListeningOnly;
    public boolean hasJoinedVoice;
    public boolean hasVideo;
    public String clientType = "";

    /** Sets the field of an element; for those who walk the elements themselves. */
    void set(String name, String text) {
        switch (name) {
            case "userID" -> userID = text;
            case "fullName" -> fullName = text;
            case "role" -> role = text;
            case "isPresenter" -> isPresenter = Boolean.parseBoolean(text);
            case "isListeningOnly" -> isListeningOnly = Boolean.parseBoolean(text);
            case "hasJoinedVoice" -> hasJoinedVoice = Boolean.parseBoolean(text);
            case "hasVideo" -> hasVideo = Boolean.parseBoolean(text);
            case "clientType" -> clientType = text;
            default -> {}
        }
    }

    /** Makes the public model of it. */
    Attendee attendee(Map<String, String> customdata) {
        return new Attendee(
                userID,
                fullName,
                AttendeeRole.of(role),
                isPresenter,
                isListeningOnly,
                hasJoinedVoice,
                hasVideo,
                clientType,
                customdata,
                List.of());
    }
}
