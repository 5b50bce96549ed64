// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import io.blueflux.ChecksumAlgorithm;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Chooses the checksum to use from what is known of a server. */
final class Recommendation {
    private static final List<ChecksumAlgorithm> STRONGEST_FIRST = List.of(
            ChecksumAlgorithm.SHA512, ChecksumAlgorithm.SHA384, ChecksumAlgorithm.SHA256, ChecksumAlgorithm.SHA1);

    /** Most servers take SHA-256, and the oldest SHA-1 alone. */
    private static final List<ChecksumAlgorithm> LIKELIEST_FIRST = List.of(
            ChecksumAlgorithm.SHA256, ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA512, ChecksumAlgorithm.SHA384);

    private Recommendation() {}

    /** Of those that were refused none, unless all were. */
    static ChecksumAlgorithm of(Function<ChecksumAlgorithm, Support> accepts, Set<ChecksumAlgorithm> refused) {
        Set<ChecksumAlgorithm> possible = EnumSet.allOf(ChecksumAlgorithm.class);
        possible.removeAll(refused);
        Set<ChecksumAlgorithm> among = possible.isEmpty() ? EnumSet.allOf(ChecksumAlgorithm.class) : possible;
        return STRONGEST_FIRST.stream()
                .filter(one -> among.contains(one) && accepts.apply(one) == Support.YES)
                .findFirst()
                .or(() -> LIKELIEST_FIRST.stream()
                        .filter(one -> among.contains(one) && accepts.apply(one) != Support.NO)
                        .findFirst())
                .orElse(ChecksumAlgorithm.SHA256);
    }
}
