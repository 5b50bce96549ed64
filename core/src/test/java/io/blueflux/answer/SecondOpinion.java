// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.blueflux.error.ApiFailedException;
import io.blueflux.error.MalformedResponseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds what a decoder made of an answer against the JDK's parser: what that refuses is no success, and what it takes is not
 * found malformed. These differ, and nothing else:
 *
 * <ul>
 *   <li>A colon in the target of a processing instruction, or at the start of a name, which namespaces forbid and the JDK
 *       takes, is refused.
 *   <li>Two attributes whose prefixes stand for one namespace pass.
 *   <li>White space before the XML declaration passes.
 *   <li>What follows the root element is not read.
 * </ul>
 */
final class SecondOpinion {
    private static final Pattern COLON = Pattern.compile("<\\?[^?]*:|[</\\s]:");

    private SecondOpinion() {}

    static void check(byte[] body, Splits.Outcome<?> outcome) {
        if (readsToTheEndOfTheRoot(outcome)) {
            assertThat(isTaken(body) || hasMoreAfterTheRoot(body))
                    .as("%s", new String(body, ISO_8859_1))
                    .isTrue();
        } else if (!stopsEarly(outcome) && !differsOnColons(body)) {
            assertThat(DomReader.root(body))
                    .as("%s %s", outcome.problem(), new String(body, ISO_8859_1))
                    .isNull();
        }
    }

    static boolean differsOnColons(byte[] body) {
        return COLON.matcher(new String(body, ISO_8859_1)).find();
    }

    private static boolean readsToTheEndOfTheRoot(Splits.Outcome<?> outcome) {
        return outcome.error() == null
                || outcome.error() instanceof ApiFailedException
                || outcome.problem().contains("without a <");
    }

    private static boolean stopsEarly(Splits.Outcome<?> outcome) {
        return !(outcome.error() instanceof MalformedResponseException)
                || outcome.problem().contains("the root element is");
    }

    private static boolean isTaken(byte[] body) {
        int start = 0;
        while (start < body.length && " \t\r\n".indexOf(body[start]) >= 0) {
            start++;
        }
        byte[] document = Arrays.copyOfRange(body, start, body.length);
        if (DomReader.root(document) != null) {
            return true;
        }
        org.w3c.dom.Element root = DomReader.root(document, false);
        return root != null && hasAttributeTwice(root);
    }

    private static boolean hasAttributeTwice(org.w3c.dom.Element element) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (name.indexOf(':') > 0 && !name.startsWith("xmlns:")) {
                names.add(name.substring(name.indexOf(':')));
            }
        }
        return names.stream().distinct().count() < names.size()
                || DomReader.children(element).stream().anyMatch(SecondOpinion::hasAttributeTwice);
    }

    private static boolean hasMoreAfterTheRoot(byte[] body) {
        String text = new String(body, ISO_8859_1);
        for (int end = text.lastIndexOf('>'); end >= 0; end = text.lastIndexOf('>', end - 1)) {
            if (isTaken(Arrays.copyOf(body, end + 1))) {
                return true;
            }
        }
        return false;
    }
}
