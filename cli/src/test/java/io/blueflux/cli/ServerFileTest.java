// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.blueflux.BbbServer;
import io.blueflux.ChecksumAlgorithm;
import io.blueflux.SharedSecret;
import io.blueflux.fleet.FleetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFileTest {
    @TempDir
    private Path folder;

    @Test
    void serversAreReadInTheirOrder() throws IOException {
        Files.writeString(folder.resolve("b.secret"), "from-a-file\n");

        List<BbbServer> servers = servers("""
                  - name: b
                    url: https://b.example.org/bigbluebutton/
                    secret-file: b.secret
                    algorithm: sha512
                  - {url: "https://a.example.org:8443/x", secret: 0123}
                """);

        assertThat(servers).extracting(BbbServer::name).containsExactly("b", "a.example.org:8443");
        assertThat(servers.get(0).secret()).isEqualTo(SharedSecret.of("from-a-file"));
        assertThat(servers.get(0).algorithm()).isEqualTo(ChecksumAlgorithm.SHA512);
        assertThat(servers.get(1).secret()).isEqualTo(SharedSecret.of("0123"));
        assertThat(servers.get(1).algorithm()).isEqualTo(ChecksumAlgorithm.SHA256);
    }

    @Test
    void whatConcernsThePlacingOfMeetingsIsRead() throws IOException {
        List<FleetServer> servers = read("""
                  - {url: https://a.example.org/x, secret: s}
                  - url: https://b.example.org/x
                    secret: s
                    weight: 0.5
                    tags: [eu, big]
                    max-meetings: 30
                    max-participants: 800
                    cordoned: true
                  - {url: https://c.example.org/x, secret: s, tags: eu, cordoned: false}
                """);

        assertThat(servers.get(0)).isEqualTo(FleetServer.of(servers.get(0).server()));
        assertThat(servers.get(1))
                .isEqualTo(FleetServer.of(servers.get(1).server())
                        .withWeight(0.5)
                        .withTags("eu", "big")
                        .withMaxMeetings(30)
                        .withMaxParticipants(800)
                        .withCordoned(true));
        assertThat(servers.get(2).tags()).containsExactly("eu");
        assertThat(servers.get(2).cordoned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                       | must be a list of servers, and have one at least",
                "[]                                       | must be a list of servers, and have one at least",
                "url: https://h                           | must be a list of servers, and have one at least",
                "[s3cr3t]                                 | entry 1: must be keys with values: name, url, …",
                "[{secret: s3cr3t}]                       | entry 1: url: is missing",
                "[{name: a, secret: s3cr3t}]              | entry 1 (a): url: is missing",
                "[{url: https://h}]                       | entry 1: secret: give either secret or secret-file",
                "[{url: https://h, secret: s3cr3t, secret-file: x}] | entry 1: secret: give either secret or secret-file",
                "[{url: https://h, secret: ''}]           | entry 1: secret: secret must not be empty",
                "[{name: a, url: https://h, secret: '${s3cr3t}'}] | entry 1 (a): secret: a ${variable} is not replaced here",
                "[{url: https://h, secret: '${s3cr3t:-x}'}] | entry 1: secret: a ${variable} is not replaced here",
                "[{url: https://h, secret: [s3cr3t]}]     | entry 1: secret: must be a text",
                "[{url: ftp://h/t3nant, secret: s3cr3t}]  | entry 1: url: base URL must start with http:// or https://",
                "[{url: https://h, secret: s3cr3t, algorithm: md5}] | entry 1: algorithm: algorithm must be one of",
                "[{url: https://h, secret: s3cr3t, name: ' '}] | entry 1: name: name must not be blank",
                "[{url: https://h, secret: s3cr3t, name: \"\\e\\a\"}] | name: has a character that cannot be seen",
                "[{url: https://h, secret: s3cr3t, name: \"a\\nb\"}] | name: has a character that cannot be seen",
                "[{url: https://h, secret: s3cr3t, name: \"a\\u202eb\"}] | name: has a character that cannot be seen",
                "[{url: https://h, sercet: s3cr3t}]       | entry 1: unknown key sercet; there are name, url, secret",
                "[{url: https://h, s3cr3t: x}]            | entry 1: unknown key; there are name, url, secret",
                "[{url: https://h, secret: a}, {url: https://h, secret: b}] | entry 2: name: h is the name of entry 1 too",
                "[{url: https://h, secret: a, weight: s3cr3t}] | entry 1: weight: must be a number above 0",
                "[{url: https://h, secret: a, weight: 0}] | entry 1: weight: must be a number above 0",
                "[{url: https://h, secret: a, weight: -1}] | entry 1: weight: must be a number above 0",
                "[{url: https://h, secret: a, weight: NaN}] | entry 1: weight: must be a number above 0",
                "[{url: https://h, secret: a, weight: [1]}] | entry 1: weight: must be a text",
                "[{url: https://h, secret: a, tags: {s3cr3t: x}}] | entry 1: tags: must be a list of words",
                "[{url: https://h, secret: a, tags: [[s3cr3t]]}] | entry 1: tags: must be a list of words",
                "[{url: https://h, secret: a, tags: ['']}] | entry 1: tags: must be a list of words",
                "[{url: https://h, secret: a, tags: 's3cr3t,b'}] | entry 1: tags: must be a list of words, without commas",
                "[{name: a, url: https://h, secret: a, max-meetings: 0}] | entry 1 (a): max-meetings: must be a whole number",
                "[{url: https://h, secret: a, max-meetings: 1.5}] | entry 1: max-meetings: must be a whole number from 1 on",
                "[{url: https://h, secret: a, max-participants: s3cr3t}] | entry 1: max-participants: must be a whole number",
                "[{url: https://h, secret: a, cordoned: yes}] | entry 1: cordoned: must be true or false",
                "[{secret: *s3cr3t}]                      | is no YAML at line 1, column 11",
                "[{secret: 's3cr3t}]                      | is no YAML at line 1, column",
                "[{secret: s3cr3t, secret: s3cr3t}]       | is no YAML at line 1, column",
                "!!java.net.URL [s3cr3t]                  | is no YAML",
                "[[[[[[[[[s3cr3t]]]]]]]]]                 | is nested more than 8 deep",
                "{a: {a: {a: {a: {a: {a: {a: {a: {a: s3cr3t}}}}}}}}} | is nested more than 8 deep",
                "- - - - - - - - - s3cr3t                 | is nested more than 8 deep",
                "[&a [s3cr3t], *a]                        | is no YAML",
                "&a [*a]                                  | is no YAML",
                "[&a {url: https://h, secret: s3cr3t}, *a] | is no YAML",
                "[{? [s3cr3t] : x}]                       | is no YAML",
            },
            quoteCharacter = '^')
    void whatIsWrongIsSaidWithoutSecrets(String yaml, String line) {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> read(yaml.equals("''") ? "" : yaml))
                .withNoCause()
                .withMessageStartingWith(folder.resolve("servers.yaml") + ": ")
                .withMessageContaining(line)
                .satisfies(error ->
                        assertThat(error.getMessage()).doesNotContain("s3cr3t").doesNotContain("t3nant"))
                .satisfies(error -> assertThat(error.status()).isEqualTo(2));
    }

    @Test
    void aMissingSecretFileIsNamed() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> read("[{url: https://h, secret-file: none}]"))
                .withMessageContaining(
                        "entry 1: secret-file: the secret file does not exist: " + folder.resolve("none"));
    }

    @Test
    void aFileThatIsTooLongIsRefused() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> read("# s3cr3t".repeat(600_000)))
                .withMessageContaining("the servers file has more than 4194304 bytes");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> OptionFile.text("secret", Path.of("/dev/zero")))
                .withMessageContaining("the secret file has more than");
    }

    @Test
    void manyServersAreRead() throws IOException {
        String yaml = IntStream.range(0, 20_000)
                .mapToObj(
                        "- {name: s%1$d, url: 'https://s%1$d.example.org/bigbluebutton/', secret: '%1$040d'}\n"
                                ::formatted)
                .collect(Collectors.joining());

        assertThat(read(yaml)).hasSize(20_000);
    }

    private List<BbbServer> servers(String yaml) throws IOException {
        return read(yaml).stream().map(FleetServer::server).toList();
    }

    private List<FleetServer> read(String yaml) throws IOException {
        return ServerFile.read(Files.writeString(folder.resolve("servers.yaml"), yaml));
    }
}
