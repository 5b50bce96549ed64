// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.json.JsonBody;
import io.blueflux.model.Element;
import io.blueflux.xml.ElementName;
import io.blueflux.xml.Fault;
import io.blueflux.xml.Names;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a tree: the few answers that are usually JSON, and the envelope of any. */
final class TreeValues {
    private TreeValues() {}

    /** Refuses an answer that says nothing of what was asked for; an empty or null one does say. */
    static void require(List<Element> content, ElementName name) {
        if (content.stream().noneMatch(member -> member.name().equals(name.wireName()))) {
            throw without(name);
        }
    }

    static Fault without(ElementName name) {
        return new Fault("an answer without a " + name.wireName(), 0);
    }

    /** Returns the text of a member; of a list that stands where one text is meant, the first. */
    static @Nullable String text(List<Element> members, ElementName name) {
        return members.stream()
                .filter(member -> member.name().equals(name.wireName()))
                .flatMap(member -> Stream.concat(Stream.of(member), items(member)))
                .map(Element::revealText)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Element> items(Element list) {
        return list.children().stream().filter(child -> child.name().equals(JsonBody.ITEM));
    }

    static List<Element> others(List<Element> members, Names known) {
        return members.stream()
                .filter(member -> known.indexOf(member.name(), 0) < 0)
                .toList();
    }
}
