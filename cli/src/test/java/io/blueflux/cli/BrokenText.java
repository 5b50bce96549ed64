// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;

/** Breaks what users write, as a fuzzer wants it: characters are lost, doubled or put in, and so are words and arguments. */
final class BrokenText {
    private static final int LONGEST = 30;

    private final FuzzedDataProvider data;
    private final String[] pieces;
    private final int most;

    /** Breaks by pieces that blanks stand between, with so many faults at most. */
    BrokenText(FuzzedDataProvider data, String pieces, int most) {
        this.data = data;
        this.pieces = pieces.split(" ");
        this.most = most;
    }

    /** Returns a text with a few faults. */
    String of(String whole) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = data.consumeInt(0, most); i > 0; i--) {
            int at = data.consumeInt(0, text.length());
            int to = Math.min(text.length(), at + data.consumeInt(1, LONGEST));
            switch (data.consumeInt(0, 4)) {
                case 0 -> text.insert(at, (char) data.consumeInt(0, 0xFFFF));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                default -> text.insert(at, data.pickValue(pieces));
            }
        }
        return text.toString();
    }

    /** Returns arguments of which some are broken, lost, doubled or new. */
    String[] of(List<String> whole) {
        List<String> args = new ArrayList<>(whole);
        for (int i = data.consumeInt(1, most); i > 0; i--) {
            int at = data.consumeInt(0, args.size());
            switch (at == args.size() ? 0 : data.consumeInt(0, 4)) {
                case 0 -> args.add(at, data.pickValue(pieces));
                case 1 -> args.add(at, args.get(at));
                case 2 -> args.remove(at);
                default -> args.set(at, of(args.get(at)));
            }
        }
        return args.toArray(new String[0]);
    }
}
