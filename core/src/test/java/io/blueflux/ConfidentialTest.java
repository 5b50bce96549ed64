// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfidentialTest {
    private static final Confidential PASSWORD = Confidential.of("s3cr3t");

    /** What a user keeps in a session. */
    private record Kept(String name, @Nullable Confidential password) implements Serializable {}

    @Test
    void onlyRevealGivesTheText() {
        assertThat(PASSWORD.reveal()).isEqualTo("s3cr3t");
        assertThat(PASSWORD).hasToString("***");
        assertThat("%s".formatted(PASSWORD)).isEqualTo("***");
    }

    @Test
    void equalTextsAreEqual() {
        assertThat(PASSWORD)
                .isEqualTo(Confidential.of("s3cr3t"))
                .hasSameHashCodeAs(Confidential.of("s3cr3t"))
                .isNotEqualTo(Confidential.of("other"));
    }

    @Test
    void aHashIsNotThatOfTheText() {
        Stream<String> texts = Stream.of("s3cr3t", "password", "12345", "");

        assertThat(texts).noneMatch(text -> Confidential.of(text).hashCode() == text.hashCode());
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        assertThat(Confidential.ofNullable(null)).isNull();
        assertThat(Confidential.ofNullable("s3cr3t")).isEqualTo(PASSWORD);
    }

    @Test
    void javasSerialisationWritesNothingAndReadsAbsence() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Kept("Tea", PASSWORD));
            out.writeObject(PASSWORD);
        }

        assertThat(bytes.toString(ISO_8859_1)).contains("Tea").doesNotContain("s3cr3t");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(new Kept("Tea", null));
            assertThat(in.readObject()).isNull();
        }
    }
}
