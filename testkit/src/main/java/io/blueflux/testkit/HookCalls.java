// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.blueflux.testkit.HookStore.Added;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls of the server's webhooks, a program of its own with compact XML. */
final class HookCalls {
    private final HookStore hooks;

    HookCalls(HookStore hooks) {
        this.hooks = hooks;
    }

    static boolean isOne(RecordedRequest request) {
        return request.call().equals("hooks") || request.call().startsWith("hooks/");
    }

    /** Adds what the webhooks' framework adds to each answer. */
    static Answer dressed(Answer answer) {
        return answer.with("X-Powered-By", "Express");
    }

    /** The parameters of a second registration of one URL are ignored. An empty URL is one. */
    Answer create(CallInput input) {
        if (!input.has("callbackURL")) {
            throw new Refused("missingParamCallbackURL", "You must specify a callbackURL in the parameters.");
        }
        String url = input.text("callbackURL");
        String meetingId = input.parameters().get("meetingID");
        String raw = raw(input.text("getRaw"));
        Added added = hooks.add(url, id -> new Hook(id, url, meetingId, events(input), false, raw));
        return added.fresh() ? created(added.hook()) : duplicate(added.hook());
    }

    /** It is read as JSON, in lower case: a number is taken, another word breaks the call down. */
    private static String raw(String text) {
        String json = text.strip().toLowerCase(Locale.ROOT);
        if (json.isEmpty()) {
            return "false";
        }
        if (!json.matches("true|false|null|-?(0|[1-9][0-9]{0,8})")) {
            throw new Crash("getRaw is no JSON");
        }
        return json;
    }

    private static @Nullable List<String> events(CallInput input) {
        return input.has("eventID")
                ? List.of(input.text("eventID").toLowerCase(Locale.ROOT).split(",", -1))
                : null;
    }

    /** Since version 3 of the webhooks, listing fails for a meeting without a hook of its own. */
    Answer list(CallInput input) {
        List<Hook> listed = input.has("meetingID") ? hearing(input.text("meetingID")) : hooks.list();
        return success(xml -> {
            xml.append("<hooks>");
            listed.forEach(hook -> write(xml, hook));
            xml.append("</hooks>");
        });
    }

    private List<Hook> hearing(String meetingId) {
        List<Hook> scoped = hooks.ofMeeting(meetingId);
        if (scoped.isEmpty() && !hooks.numbered()) {
            throw new Refused("listHookError", "An error happened while listing registered hooks. Check the logs.");
        }
        Comparator<Hook> byId = hooks.numbered()
                ? Comparator.comparingInt(hook -> Integer.parseInt(hook.id()))
                : Comparator.comparing(Hook::id);
        return Stream.concat(hooks.global().stream(), scoped.stream())
                .sorted(byId)
                .toList();
    }

    Answer destroy(CallInput input) {
        if (!input.has("hookID")) {
            throw new Refused("missingParamHookID", "You must specify a hookID in the parameters.");
        }
        if (!hooks.destroy(input.text("hookID"))) {
            throw new Refused("destroyMissingHook", "The hook informed was not found.");
        }
        return success(xml -> element(xml, "removed", "true"));
    }

    /** A text of no declared type. */
    Answer ping() {
        String text = hooks.numbered() ? "bbb-webhooks up!" : "bbb-webhooks API up!";
        return new Answer(200, Map.of(), List.of(text), false, Delivery.PLAIN);
    }

    static Answer failed(Refused refused) {
        return answer("FAILED", xml -> {
            element(xml, "messageKey", refused.key());
            element(xml, "message", refused.text());
        });
    }

    private static Answer created(Hook hook) {
        return success(xml -> {
            element(xml, "hookID", hook.id());
            writeFlags(xml, hook);
        });
    }

    private static Answer duplicate(Hook hook) {
        return success(xml -> {
            element(xml, "hookID", hook.id());
            element(xml, "messageKey", "duplicateWarning");
            element(xml, "message", "There is already a hook for this callback URL.");
        });
    }

    private static void write(StringBuilder xml, Hook hook) {
        xml.append("<hook>");
        element(xml, "hookID", hook.id());
        cdata(xml, "callbackURL", hook.url());
        String meetingId = hook.meetingId();
        if (meetingId != null) {
            cdata(xml, "meetingID", meetingId);
        }
        List<String> eventIds = hook.eventIds();
        if (eventIds != null) {
            element(xml, "eventID", String.join(",", eventIds));
        }
        writeFlags(xml, hook);
        xml.append("</hook>");
    }

    private static void writeFlags(StringBuilder xml, Hook hook) {
        element(xml, "permanentHook", Boolean.toString(hook.permanent()));
        element(xml, "rawData", hook.rawData());
    }

    private static void element(StringBuilder xml, String name, String value) {
        String text = XmlText.escaped(value);
        xml.append('<')
                .append(name)
                .append('>')
                .append(text)
                .append("</")
                .append(name)
                .append('>');
    }

    private static void cdata(StringBuilder xml, String name, String value) {
        String text = value.replace("]]>", "]]]]><![CDATA[>");
        xml.append('<').append(name).append("><![CDATA[").append(text);
        xml.append("]]></").append(name).append('>');
    }

    private static Answer success(Consumer<StringBuilder> content) {
        return answer("SUCCESS", content);
    }

    private static Answer answer(String returncode, Consumer<StringBuilder> content) {
        StringBuilder xml = new StringBuilder("<response>");
        element(xml, "returncode", returncode);
        content.accept(xml);
        return Answer.page(
                200, "text/xml; charset=utf-8", xml.append("</response>").toString());
    }
}
