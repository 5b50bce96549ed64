// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterHearer;
import io.blueflux.fleet.ClusterMembers;
import io.blueflux.fleet.ClusterWord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Remembers what it heard. What lasts is told again after each change of members, sooner or later; that counts once, so that a
 * test can say how many words there are.
 */
final class Recorder implements ClusterHearer {
    final List<ClusterMembers> members = new CopyOnWriteArrayList<>();
    final List<ClusterWord> words = new CopyOnWriteArrayList<>();
    private final Map<String, ClusterWord> newest = new ConcurrentHashMap<>();

    @Override
    public void members(ClusterMembers now) {
        members.add(now);
    }

    @Override
    public void heard(ClusterWord word) {
        if (!word.lasts() || !word.equals(newest.put(word.getClass() + word.key(), word))) {
            words.add(word);
        }
    }

    ClusterMembers now() {
        return members.get(members.size() - 1);
    }

    List<ClusterWord.View> views(String key) {
        return all(ClusterWord.View.class)
                .filter(view -> view.key().equals(key))
                .toList();
    }

    <W extends ClusterWord> Stream<W> all(Class<W> kind) {
        return words.stream().filter(kind::isInstance).map(kind::cast);
    }
}
