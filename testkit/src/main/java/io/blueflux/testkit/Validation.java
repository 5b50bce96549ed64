// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Locale;
import java.util.Set;

/** The rules that values must keep, with the server's keys and texts. */
final class Validation {
    private static final Set<String> BOOLEANS = Set.of("true", "false", "0", "1");

    private Validation() {}

    /** Returns the meeting's ID. */
    static String meetingId(CallInput input) {
        if (!input.has("meetingID")) {
            throw new Refused("missingParamMeetingID", "You must provide a meeting ID");
        }
        String id = input.text("meetingID");
        size(id, "Meeting ID");
        if (id.contains(",")) {
            throw new Refused("validationError", "Meeting ID cannot contain ','");
        }
        return id;
    }

    static String meetingName(CallInput input) {
        if (!input.has("name")) {
            throw new Refused("nullError", "You must provide a meeting name");
        }
        String name = input.text("name");
        if (name.isEmpty()) {
            throw new Refused("emptyError", "You must provide a meeting name");
        }
        size(name, "Meeting name");
        return name;
    }

    static void password(CallInput input, String parameter) {
        String password = input.text(parameter);
        if (!password.isEmpty() && (password.length() < 2 || password.length() > 64)) {
            throw new Refused("invalidPassword", "Invalid password");
        }
    }

    static void digits(CallInput input, String parameter, String text) {
        String value = input.text(parameter);
        if (!value.isEmpty() && !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refused("validationError", text);
        }
    }

    static void bool(CallInput input, String parameter, String shown) {
        String value = input.text(parameter);
        if (!value.isEmpty() && !BOOLEANS.contains(value.toLowerCase(Locale.ROOT))) {
            throw new Refused("validationError", shown + " must be a boolean value (true or false)");
        }
    }

    private static void size(String text, String shown) {
        if (text.length() < 2 || text.length() > 256) {
            throw new Refused("sizeError", shown + " must be between 2 and 256 characters");
        }
    }
}
