// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.error.BbbException;
import io.blueflux.profile.ServerProfile;
import io.blueflux.profile.Support;
import io.blueflux.sign.FormPost;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormlessServerIT {
    @ParameterizedTest
    @EnumSource
    void theErrorOfAFormNamesTheForm(FormlessServer.Manner manner) {
        try (FormlessServer server = new FormlessServer(manner)) {
            BbbClient client = client(server.address(), FormPost.ALWAYS);
            assertThat(failure(client)).hasMessageContaining("form").hasMessageContaining("FormPost.NEVER");
            assertThat(client.getMeetings().collectList().block()).hasSize(1); // by GET
            assertThat(failure(client)).hasMessageContaining("form").hasMessageNotContaining("were changed");
            client.disposeLater().block();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theErrorOfAGetNeverNamesAForm(FormlessServer.Manner manner) {
        try (FormlessServer server = new FormlessServer(manner)) {
            BbbServer wrong = server.address().withSecret(SharedSecret.of("another-secret"));
            for (FormPost forms : FormPost.values()) {
                BbbClient client = client(wrong, forms);
                BbbException error = catchThrowableOfType(
                        BbbException.class, () -> client.getMeetings().blockLast());
                assertThat(error).hasMessageContaining("checksumError");
                assertThat(error).hasMessageNotContainingAny("form", "Form");
                client.disposeLater().block();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void probeSaysSo(FormlessServer.Manner manner) {
        try (FormlessServer server = new FormlessServer(manner)) {
            BbbClient client = client(server.address(), FormPost.AUTOMATIC);
            ServerProfile profile = Objects.requireNonNull(client.probe().block());
            client.disposeLater().block();
            assertThat(profile.formPost()).isEqualTo(Support.NO);
            assertThat(profile.report())
                    .contains("form POST: no")
                    .contains("forms are not read")
                    .contains("best to use SHA-1")
                    .doesNotContain("were changed");
        }
    }

    @Test
    void whatIsKnownToReadFormsIsNotDoubted() {
        try (FormlessServer server = new FormlessServer(FormlessServer.Manner.IGNORES_FORM)) {
            BbbClient client = BbbClient.builder(server.address())
                    .formPost(FormPost.ALWAYS)
                    .profile(ServerProfile.builder().formPost(true).build())
                    .build();
            assertThat(failure(client)).hasMessageNotContaining("sent as a form");
            client.disposeLater().block();
        }
    }

    private static BbbException failure(BbbClient client) {
        return catchThrowableOfType(
                BbbException.class, () -> client.getMeetingInfo("room-1").block());
    }

    private static BbbClient client(BbbServer server, FormPost forms) {
        return BbbClient.builder(server).formPost(forms).build();
    }
}
