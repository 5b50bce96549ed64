// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.SSLException;

/**
 * A key and its self-signed certificate for loopback, made by the JDK alone: users' tests run on Netty 4.1 and 4.2 and need
 * no library for it.
 */
final class TlsIdentity {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LAST_SHORT_YEAR = 2049;
    private static final byte[] LOOPBACK_4 = {127, 0, 0, 1};
    private static final byte[] LOOPBACK_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final byte[] ECDSA_WITH_SHA256 = Der.value(Der.SEQUENCE, Der.identifier("2a8648ce3d040302"));
    private static final byte[] COMMON_NAME = Der.identifier("550403");
    private static final byte[] BASIC_CONSTRAINTS = Der.identifier("551d13");
    private static final byte[] ALTERNATIVE_NAMES = Der.identifier("551d11");

    private final PrivateKey key;
    private final X509Certificate certificate;

    private TlsIdentity(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    static TlsIdentity selfSigned() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new TlsIdentity(pair.getPrivate(), certificate(pair));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime makes no certificates", e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    String pem() {
        try {
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    SslContext serverContext() {
        try {
            return SslContextBuilder.forServer(key, certificate).build();
        } catch (SSLException e) {
            throw new IllegalStateException("this Java runtime speaks no TLS", e);
        }
    }

    private static X509Certificate certificate(KeyPair pair) throws GeneralSecurityException {
        byte[] content = content(pair);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        byte[] whole = Der.value(
                Der.SEQUENCE, content, ECDSA_WITH_SHA256, Der.value(Der.BIT_STRING, new byte[1], signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    /** What is signed (RFC 5280, 4.1). It is its own authority, as others that are made by hand. */
    private static byte[] content(KeyPair pair) {
        byte[] version3 = Der.value(0xA0, Der.value(Der.INTEGER, new byte[] {2}));
        byte[] serial = Der.value(
                Der.INTEGER,
                new BigInteger(64, new SecureRandom()).add(BigInteger.ONE).toByteArray());
        byte[] name = Der.value(
                Der.SEQUENCE,
                Der.value(
                        Der.SET,
                        Der.value(Der.SEQUENCE, COMMON_NAME, Der.text(Der.UTF8_STRING, "Blueflux simulator"))));
        Instant now = Instant.now();
        byte[] validity = Der.value(Der.SEQUENCE, time(now.minus(DAY)), time(now.plus(DAY.multipliedBy(365))));
        byte[] authority = Der.value(
                Der.SEQUENCE,
                BASIC_CONSTRAINTS,
                Der.yes(),
                Der.value(Der.OCTET_STRING, Der.value(Der.SEQUENCE, Der.yes())));
        byte[] hosts = Der.value(
                Der.SEQUENCE, Der.text(0x82, "localhost"), Der.value(0x87, LOOPBACK_4), Der.value(0x87, LOOPBACK_6));
        byte[] names = Der.value(Der.SEQUENCE, ALTERNATIVE_NAMES, Der.value(Der.OCTET_STRING, hosts));
        byte[] extensions = Der.value(0xA3, Der.value(Der.SEQUENCE, authority, names));
        return Der.value(
                Der.SEQUENCE,
                version3,
                serial,
                ECDSA_WITH_SHA256,
                name,
                validity,
                name,
                pair.getPublic().getEncoded(),
                extensions);
    }

    private static byte[] time(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        return time.getYear() <= LAST_SHORT_YEAR
                ? Der.text(
                        Der.UTC_TIME,
                        DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").format(time))
                : Der.text(
                        Der.GENERALIZED_TIME,
                        DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").format(time));
    }
}
