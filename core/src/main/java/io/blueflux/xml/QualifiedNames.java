// SPDX-License-Identifier: Apache-2.0
package io.blueflux.xml;

import com.fasterxml.aalto.in.PName;
import com.fasterxml.aalto.util.XmlChars;

/** The rules of XML's namespaces that the parser overlooks. */
final class QualifiedNames {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** As many characters of a namespace as tell whether it is one of those two. */
    static final int DECISIVE = XML.length() + 1;

    private QualifiedNames() {}

    /** Whether what stands after the name's prefix, if it has one, is a name. */
    static boolean isRight(PName name) {
        return !name.hasPrefix() || isName(name.getLocalName());
    }

    /** Whether a prefix, or none, may stand for a namespace. */
    static boolean mayBind(PName declaration, String namespace) {
        boolean isDefault = !declaration.hasPrefix();
        boolean isXml = !isDefault && declaration.getLocalName().equals("xml");
        return !namespace.equals(XMLNS) && namespace.equals(XML) == isXml && (isDefault || !namespace.isEmpty());
    }

    private static boolean isName(String local) {
        return !local.isEmpty()
                && (XmlChars.is10NameStartChar(local.charAt(0)) || Character.isSurrogate(local.charAt(0)))
                && local.charAt(0) != ':'
                && local.indexOf(':') < 0;
    }
}
