// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody meant who mistyped a name. */
final class Nearest {
    /** What is longer is no name. */
    private static final int LONGEST = 64;

    private Nearest() {}

    /** Returns the known name that differs in few letters, or in case, hyphens and underscores alone; null if none does. */
    static @Nullable String of(String given, Collection<String> known) {
        String wanted = plain(given);
        if (given.length() > LONGEST || wanted.length() < 2) {
            return null;
        }
        String nearest = null;
        int least = wanted.length() / 3 + 1;
        for (String name : known) {
            int distance = distance(wanted, plain(name));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Returns the words that end a message, or nothing. */
    static String hint(String given, Collection<String> known) {
        String nearest = of(given, known);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    /** Counts the letters that are added, missing, changed, or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cost(int[][] costs, String one, String other, int i, int j) {
        int changed = costs[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int cost = Math.min(changed, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
