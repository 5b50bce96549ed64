// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionFileTest {
    private static final String[] URL_OF_A_CALL = {"url", "getMeetings", "--url=https://bbb.example.org/bigbluebutton"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t", "\uFEFFs3cr3t\r\n", "\uFEFF \u00A0s3cr3t\u200B\n\n", "\n\ts3cr3t\u2060"})
    void whatCannotBeSeenAroundASecretIsNoPartOfIt(String text) throws IOException {
        CommandRun plain = CommandRun.of(Map.of(ServerOptions.SECRET_VARIABLE, "s3cr3t"), URL_OF_A_CALL);
        CommandRun run = withSecret(text.getBytes(UTF_8));

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(plain.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "\uFEFF\r\n", " \u00A0\u200B\n"})
    void aFileWithoutASecretIsNamed(String text) throws IOException {
        isRefused(withSecret(text.getBytes(UTF_8)), "the secret file is empty: " + secretFile());
    }

    @Test
    void aFileOfAnotherEncodingIsNamed() throws IOException {
        isRefused(withSecret("\uFEFFs3cr3t".getBytes(UTF_16LE)), "the secret file is not UTF-8: " + secretFile());
        isRefused(withSecret(new byte[] {'s', (byte) 0xe9}), "the secret file is not UTF-8: " + secretFile());
    }

    @Test
    void aSecretWithALineBreakWithinIsRefusedUnseen() throws IOException {
        isRefused(
                withSecret("s3cr3t\ns3cr3t2\n".getBytes(UTF_8)),
                "secret must not hold a character that cannot be seen: U+000A");
    }

    @Test
    void aHugeFileIsNotReadToItsEnd() throws IOException {
        Path huge = folder.resolve("huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40); // holes take no room
        } catch (IOException notHere) {
            return;
        }

        isRefused(withSecretFile(huge), "the secret file has more than 4194304 bytes: " + huge);
    }

    @Test
    void aDeviceIsNotSent() {
        CommandRun run = CommandRun.of(
                "call", "insertDocument", "-p", "meetingID=m1", "--url=http://h", "--document", "/dev/null");

        isRefused(run, "the document file is no regular file: /dev/null");
    }

    /** Who runs the tests may be allowed everything. */
    @Test
    void aForbiddenFileIsNamedByThat() {
        assertThat(OptionFile.reason(new AccessDeniedException("x"))).isEqualTo("cannot be read, permission is denied");
    }

    @Test
    void aListOfServersNamesTheirSecretFiles() throws IOException {
        Files.write(secretFile(), new byte[0]);
        Path list = Files.writeString(folder.resolve("servers.yaml"), "[{url: https://h, secret-file: secret}]");

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> ServerFile.read(list))
                .withMessage(list + ": entry 1: secret-file: the secret file is empty: " + secretFile());
    }

    private CommandRun withSecret(byte[] bytes) throws IOException {
        return withSecretFile(Files.write(secretFile(), bytes));
    }

    private CommandRun withSecretFile(Path file) {
        return CommandRun.of(URL_OF_A_CALL[0], URL_OF_A_CALL[1], URL_OF_A_CALL[2], "--secret-file", file.toString());
    }

    private Path secretFile() {
        return folder.resolve("secret");
    }

    private static void isRefused(CommandRun run, String line) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("blueflux: " + line)
                .doesNotContain("s3cr3t");
    }
}
