// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void aMeetingOnTwoServersIsDoubledAndOneThatAMemberCouldNotPlaceIsMissing() {
        Places places = Places.of(List.of(
                new PlacedAt("one", "s1"),
                new PlacedAt("one", "s1"),
                new PlacedAt("two", "s1"),
                new PlacedAt("two", "s2"),
                new PlacedAt("three", "s3"),
                PlacedAt.of(new PlacedAt("three", PlacedAt.NOWHERE).line())));
        assertThat(places).isEqualTo(new Places(3, 1, 1));
        assertThat(places.line()).isEqualTo("placed=3 double_creates=1 not_placed=1");
    }
}
