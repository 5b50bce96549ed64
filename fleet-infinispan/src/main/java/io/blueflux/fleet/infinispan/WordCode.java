// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import io.blueflux.fleet.ClusterWord;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Words as bytes, but for the view, which has a {@link Head} and a {@link Body}.
 *
 * @param self what each value begins with
 */
record WordCode(Envelope self) {
    byte[] head(ClusterWord.View view, BodyHash hash) {
        WordOut out = begun();
        Head.write(out, view, hash);
        return out.toBytes();
    }

    byte[] body(Body body) {
        WordOut out = begun();
        body.write(out);
        return out.toBytes();
    }

    byte[] here() {
        return begun().toBytes();
    }

    byte[] written(ClusterWord word) {
        WordOut out = begun();
        out.text(word.key());
        if (word instanceof ClusterWord.Member member) {
            out.all(member.servers(), out::text);
            out.flag(member.leaving());
        } else if (word instanceof ClusterWord.Marks marks) {
            out.flag(marks.cordoned());
            out.flag(marks.draining());
            out.flag(marks.gone());
            out.number(marks.version());
            out.text(marks.member());
        } else if (word instanceof ClusterWord.Claim claim) {
            out.text(claim.member());
        } else if (word instanceof ClusterWord.Later later) {
            out.text(later.line());
            out.number(later.number());
        }
        return out.toBytes();
    }

    static ClusterWord read(char kind, WordIn in) {
        String key = in.text(Slot.LONGEST_KEY);
        return switch (kind) {
            case Slot.MEMBER -> new ClusterWord.Member(key, keys(in), in.flag());
            case Slot.MARKS ->
                new ClusterWord.Marks(
                        key, in.flag(), in.flag(), in.flag(), in.ordinal(), in.text(Envelope.LONGEST_NAME));
            case Slot.CLAIM -> new ClusterWord.Claim(key, in.text(Envelope.LONGEST_NAME));
            case Slot.LATER -> new ClusterWord.Later(key, in.text(Head.LONGEST_LINE), in.ordinal());
            case Slot.SOON -> new ClusterWord.Soon(key);
            default -> throw new BrokenWordException("no such kind of word");
        };
    }

    private static Set<String> keys(WordIn in) {
        return new LinkedHashSet<>(in.list(() -> in.text(Slot.LONGEST_KEY)));
    }

    private WordOut begun() {
        WordOut out = new WordOut();
        self.write(out);
        return out;
    }
}
