// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why TLS was not agreed on, in words, and what to do. Knows the JDK's texts and those of the alerts. */
final class TlsReasons {
    /** What causes say, most telling first, beside what it means. */
    private static final List<Map.Entry<String, String>> CERTIFICATE = List.of(
            Map.entry("NotAfter", "the server's certificate has expired"),
            Map.entry("NotBefore", "the server's certificate is not valid yet, or the clock here is wrong"),
            Map.entry("No subject alternative", "%s"),
            Map.entry("No name matching", "%s"),
            Map.entry("has been revoked", "the server's certificate was revoked"),
            Map.entry(
                    "constraints check failed", "the server's certificate is signed or keyed too weakly for this Java"),
            Map.entry("constraints failed", "the server's certificate is signed or keyed too weakly for this Java"),
            Map.entry(
                    "unable to find valid certification path",
                    "the server's certificate is self-signed, of an authority not trusted here, or comes without its"
                            + " intermediates; sslContext(…) trusts another authority"),
            Map.entry(
                    "trustAnchors parameter must be non-empty",
                    "no authority at all is trusted here: the trust store is empty"));

    private static final List<Map.Entry<String, String>> ALERTS = List.of(
            Map.entry("protocol_version", "it speaks no TLS version that this Java does"),
            Map.entry("handshake_failure", "no cipher is common to both sides, or it wants a client certificate"),
            Map.entry("insufficient_security", "no cipher is common to both sides"),
            Map.entry("unrecognized_name", "it does not know the host name"),
            Map.entry("no_application_protocol", "it speaks none of the HTTP versions offered"),
            Map.entry("certificate_required", "it wants a client certificate, see sslContext(…)"),
            Map.entry("bad_certificate", "it wants a client certificate, or another one, see sslContext(…)"),
            Map.entry("unknown_ca", "it does not know the authority of our client certificate"));

    private TlsReasons() {}

    static String of(Throwable error, String host) {
        if (error.getClass().getSimpleName().equals("NotSslRecordException")
                || WireCauses.say(error, "Unsupported or unrecognized SSL message")) {
            return "the port does not speak TLS: is the server's URL http, not https?";
        }
        String certificate = certificate(error, host);
        if (certificate != null) {
            return certificate;
        }
        String alert = alert(error);
        return alert.isEmpty()
                ? "TLS was not agreed on, or the certificate is not trusted" + classes(error)
                : "TLS was not agreed on" + alert;
    }

    private static @Nullable String certificate(Throwable error, String host) {
        return CERTIFICATE.stream()
                .filter(known -> WireCauses.say(error, known.getKey()))
                .map(known -> known.getValue().formatted("the server's certificate is for another host than " + host))
                .findFirst()
                .orElse(null);
    }

    private static String alert(Throwable error) {
        return ALERTS.stream()
                .filter(alert -> WireCauses.say(error, "alert: " + alert.getKey())
                        || WireCauses.say(error, alert.getKey().toUpperCase(Locale.ROOT)))
                .map(alert -> ": the server answered " + alert.getKey() + ", " + alert.getValue())
                .findFirst()
                .orElse("");
    }

    /** Classes tell much of what is not known here. */
    private static String classes(Throwable error) {
        return WireCauses.of(error)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
