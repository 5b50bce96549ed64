// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateViewsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final StateViews views = new StateViews();

    @Test
    void aCopyHasTheServersInTheirOrder() {
        put("c", 1);
        put("a", 1);
        put("b", 1);
        put("a", 2);

        Map<String, ServerView> copy = views.copy();
        assertThat(copy).containsOnlyKeys("c", "a", "b");
        assertThat(copy.keySet()).containsExactly("c", "a", "b");
        assertThat(copy.values()).containsExactly(view("c", 1), view("a", 2), view("b", 1));
        assertThat(copy.get("a")).isEqualTo(view("a", 2));
        assertThat(copy.get("d")).isNull();
        assertThat(copy.containsKey("d")).isFalse();
    }

    @Test
    void withoutServersACopyIsEmpty() {
        assertThat(views.copy()).isEmpty();
        assertThat(views.copy().values()).isEmpty();
    }

    @Test
    void aServerThatComesBackIsTheLast() {
        put("a", 1);
        put("b", 1);
        views.remove("a");
        views.remove("nobody");
        put("a", 2);

        assertThat(views.copy().values()).containsExactly(view("b", 1), view("a", 2));
    }

    @Test
    void aCopyCannotBeChanged() {
        put("a", 1);
        Map<String, ServerView> copy = views.copy();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.put("b", view("b", 1)));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.remove("a"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copy::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> copy.values().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> copy.entrySet().iterator().next().setValue(view("a", 2)));
    }

    @Test
    void aWalkEnds() {
        put("a", 1);
        Iterator<ServerView> walk = views.copy().values().iterator();
        walk.next();

        assertThat(walk.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(walk::next);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 1_000})
    void copiesAreLikeTheMapOfTheirTime(int names) {
        Random random = new Random(names);
        Map<String, ServerView> model = new LinkedHashMap<>();
        List<Map<String, ServerView>> copies = new ArrayList<>();
        List<Map<String, ServerView>> models = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            String name = "s" + random.nextInt(names);
            boolean removes = random.nextInt(10) < (step / 1_000 % 2 == 0 ? 2 : 7);
            if (removes) {
                views.remove(name);
                model.remove(name);
            } else {
                put(name, step);
                model.put(name, view(name, step));
            }
            if (random.nextInt(50) == 0) {
                copies.add(views.copy());
                models.add(new LinkedHashMap<>(model));
            }
        }
        for (int i = 0; i < copies.size(); i++) {
            Map<String, ServerView> copy = copies.get(i);
            assertThat(copy).isEqualTo(models.get(i));
            assertThat(models.get(i)).isEqualTo(copy);
            assertThat(copy.values()).containsExactlyElementsOf(models.get(i).values());
            assertThat(copy.keySet()).containsExactlyElementsOf(models.get(i).keySet());
        }
    }

    /** 15,000 references alone are 60 KB. */
    @Test
    void whatDidNotChangeIsNotCopied() {
        for (int i = 0; i < 15_000; i++) {
            put("s" + i, 1);
        }
        ServerView changed = view("s7000", 2);
        long bytes = allocated(changed);
        for (int i = 0; i < 20; i++) { // what loads classes does not count
            bytes = Math.min(bytes, allocated(changed));
        }

        assertThat(bytes).isLessThan(4_000);
    }

    private long allocated(ServerView changed) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        views.put(changed.name(), changed);
        Map<String, ServerView> copy = views.copy();
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(copy).hasSize(15_000);
        return after - before;
    }

    private void put(String name, long polls) {
        views.put(name, view(name, polls));
    }

    private static ServerView view(String name, long polls) {
        return ServerView.fresh(name, NOW).withPolls(polls);
    }
}
