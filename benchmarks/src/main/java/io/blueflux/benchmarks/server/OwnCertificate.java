// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;

/** A key, and a certificate for {@code *.bbb.example} that it signed itself; made by the JDK's keytool. */
final class OwnCertificate {
    private static final String PASSWORD = "benchmark";
    private static final String ALIAS = "server";

    private final KeyStore store;

    private OwnCertificate(KeyStore store) {
        this.store = store;
    }

    static OwnCertificate make() throws IOException, GeneralSecurityException, InterruptedException {
        Path folder = Files.createTempDirectory("certificate");
        Path file = folder.resolve("store.p12");
        try {
            keytool(file);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD.toCharArray());
            return new OwnCertificate(store);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void keytool(Path file) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> key = List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1");
        List<String> names = List.of("-dname", "CN=*.bbb.example", "-ext", "san=dns:*.bbb.example");
        List<String> where = List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString());
        Process process = new ProcessBuilder(Stream.of(List.of(keytool), key, names, where)
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool made no key");
        }
    }

    KeyManagerFactory keys() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        return keys;
    }

    String pem() throws GeneralSecurityException {
        String text = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate(ALIAS).getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text.replace("\r", "") + "\n-----END CERTIFICATE-----\n";
    }
}
