// SPDX-License-Identifier: Apache-2.0
package io.blueflux.answer;

import io.blueflux.model.Element;
import io.blueflux.xml.Handler;
import io.blueflux.xml.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The handler of an element whose children are leaves named by users: metadata and customdata. */
final class TextMapHandler extends Handler {
    private @Nullable String name;
    private @Nullable Map<String, String> map;

    /** Returns what was read since the last call. */
    Map<String, String> take() {
        if (map == null) {
            return Map.of();
        }
        Map<String, String> taken = Collections.unmodifiableMap(map);
        map = null;
        return taken;
    }

    @Override
    public Handler child(String childName) {
        name = childName;
        return this;
    }

    @Override
    public void leaf(Text text) {
        if (map == null) {
            map = new LinkedHashMap<>();
        }
        if (name != null) {
            map.put(name, text.text());
        }
    }

    @Override
    public void unknown(Element element) {
        throw new IllegalStateException("every name is taken");
    }

    @Override
    public boolean hasFreeNames() {
        return true;
    }
}
