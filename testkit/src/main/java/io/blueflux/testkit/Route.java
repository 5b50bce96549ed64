// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How bbb-web finds a call by a path that does not simply name it. */
final class Route {
    /** The calls that its framework finds without being told: with a format in the path, too. */
    private static final Set<ServerCall> FOUND = EnumSet.of(
            ServerCall.CREATE,
            ServerCall.JOIN,
            ServerCall.IS_MEETING_RUNNING,
            ServerCall.END,
            ServerCall.GET_MEETING_INFO,
            ServerCall.INSERT_DOCUMENT,
            ServerCall.GET_JOIN_URL,
            ServerCall.LEARNING_DASHBOARD);

    private static final Pattern FORMATTED = Pattern.compile("(\\w+)\\.(xml|json)");
    private static final String INDEX = "index";

    private Route() {}

    /** Returns the request as if its path named the call; a format counts in place of what the client accepts. */
    static RecordedRequest named(RecordedRequest request, SimulatorProfile profile) {
        String call = request.call();
        Matcher formatted = FORMATTED.matcher(call);
        if (formatted.matches() && isFound(formatted.group(1))) {
            return changed(request, formatted.group(1), formatted.group(2));
        }
        boolean polls = profile == SimulatorProfile.BBB_2_5
                && call.equals("setPollXML")
                && !request.method().equals("POST");
        return call.equals(INDEX) || polls ? changed(request, INDEX, "") : request;
    }

    /** Tells whether a call comes whatever the method; others answer what they do not know with the version. */
    static boolean byAnyMethod(ServerCall call, SimulatorProfile profile) {
        return profile == SimulatorProfile.BBB_2_5 && FOUND.contains(call);
    }

    private static boolean isFound(String name) {
        ServerCall call = ServerCall.named(name);
        return name.equals(INDEX) || (call != null && FOUND.contains(call));
    }

    private static RecordedRequest changed(RecordedRequest request, String name, String format) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        if (!format.isEmpty()) {
            headers.put("accept", "application/" + format);
        }
        return new RecordedRequest(
                name.equals(INDEX) ? ServerCall.VERSION.wireName() : name,
                request.method(),
                request.path(),
                request.rawQuery(),
                request.parameters(),
                headers,
                request.bodyLength(),
                request.connectionId());
    }
}
