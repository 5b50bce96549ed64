// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import org.jspecify.annotations.Nullable;

/** The rules of XML's namespaces that the parser overlooks. */
final class QualifiedNames {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** As many characters of a namespace as tell whether it is one of those two. */
    static final int DECISIVE = XML.length() + 1;

    private QualifiedNames() {}

    /** Whether a text may be a name behind a prefix, as far as colons tell. */
    static boolean isOne(String local) {
        return !local.isEmpty() && local.indexOf(':') < 0;
    }

    /** Whether a prefix, or none, may stand for a namespace. */
    static boolean mayBind(@Nullable String prefix, String namespace) {
        return !namespace.equals(XMLNS)
                && namespace.equals(XML) == "xml".equals(prefix)
                && (prefix == null || !namespace.isEmpty());
    }
}
