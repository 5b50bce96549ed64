// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is alive in the heap, by class.
 *
 * @param bytes of each class
 */
record Histogram(Map<String, Long> bytes) {
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    private static final int COLUMNS = 4; // rank, instances, bytes, class

    /** Takes it of this JVM, which collects garbage before. */
    static Histogram take() throws JMException {
        Object text = ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName(COMMANDS), "gcClassHistogram", new Object[] {new String[0]}, new String[] {
                    String[].class.getName()
                });
        return of(text.toString());
    }

    /** Reads what {@code jcmd GC.class_histogram} writes. */
    static Histogram of(String text) {
        Map<String, Long> bytes = new HashMap<>();
        text.lines()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns.length >= COLUMNS && columns[0].matches("\\d+:"))
                .forEach(columns -> bytes.merge(columns[3], Long.valueOf(columns[2]), Long::sum));
        return new Histogram(Map.copyOf(bytes));
    }

    /** Returns what there is more than before; less than nothing where there is less. */
    Histogram minus(Histogram before) {
        Map<String, Long> rest = new HashMap<>(bytes);
        before.bytes.forEach((name, count) -> rest.merge(name, -count, Long::sum));
        return new Histogram(Map.copyOf(rest));
    }

    /** Returns the classes that have most, the first first. */
    List<Map.Entry<String, Long>> top(int count) {
        List<Map.Entry<String, Long>> all = new ArrayList<>(bytes.entrySet());
        all.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return all.subList(0, Math.min(count, all.size()));
    }
}
