// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Locale;
import java.util.function.Consumer;

/** The calls of the server's webhooks, a program of its own with compact XML. */
final class HookCalls {
    private final HookStore hooks;

    HookCalls(HookStore hooks) {
        this.hooks = hooks;
    }

    /** The parameters of a second registration of one URL are ignored. */
    Answer create(CallInput input) {
        String url = input.text("callbackURL");
        if (url.isEmpty()) {
            throw new Refused("missingParamCallbackURL", "You must specify a callbackURL in the parameters.");
        }
        String raw = input.text("getRaw", "false");
        if (!raw.equals("true") && !raw.equals("false")) {
            throw new Crash("getRaw is neither true nor false");
        }
        var events = input.list("eventID").stream()
                .map(event -> event.toLowerCase(Locale.ROOT))
                .toList();
        Hook fresh = new Hook(hooks.nextId(), url, input.text("meetingID"), events, false, raw.equals("true"));
        Hook there = hooks.addOrGet(fresh);
        return there.id().equals(fresh.id()) ? created(fresh) : duplicate(there);
    }

    Answer list(CallInput input) {
        String meetingId = input.text("meetingID");
        return success(xml -> {
            xml.append("<hooks>");
            hooks.list().stream()
                    .filter(hook -> meetingId.isEmpty()
                            || hook.meetingId().isEmpty()
                            || hook.meetingId().equals(meetingId))
                    .forEach(hook -> write(xml, hook));
            xml.append("</hooks>");
        });
    }

    Answer destroy(CallInput input) {
        if (input.text("hookID").isEmpty()) {
            throw new Refused("missingParamHookID", "You must specify a hookID in the parameters.");
        }
        if (!hooks.destroy(input.text("hookID"))) {
            throw new Refused("destroyMissingHook", "The hook informed was not found.");
        }
        return success(xml -> element(xml, "removed", "true"));
    }

    Answer ping() {
        return Answer.page(200, "text/plain; charset=utf-8", "bbb-webhooks up!\n");
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
        if (!hook.meetingId().isEmpty()) {
            cdata(xml, "meetingID", hook.meetingId());
        }
        if (!hook.eventIds().isEmpty()) {
            element(xml, "eventID", String.join(",", hook.eventIds()));
        }
        writeFlags(xml, hook);
        xml.append("</hook>");
    }

    private static void writeFlags(StringBuilder xml, Hook hook) {
        element(xml, "permanentHook", Boolean.toString(hook.permanent()));
        element(xml, "rawData", Boolean.toString(hook.rawData()));
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
