// SPDX-License-Identifier: Apache-2.0
package io.blueflux.profile;

import io.blueflux.BbbVersion;
import io.blueflux.ChecksumAlgorithm;
import java.util.StringJoiner;

/** A profile in words. */
final class ProfileReport {
    private ProfileReport() {}

    static String of(ServerProfile profile) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("BBB: " + version(profile));
        lines.add("balancer: " + profile.balancer());
        lines.add("checksums: " + checksums(profile));
        lines.add("form POST: " + profile.formPost());
        lines.add("pages of recordings: " + profile.paging());
        lines.add("webhooks: " + profile.hooks() + ", to be signed with "
                + profile.hooksAlgorithm().jcaName());
        lines.add("longest URL: " + profile.urlBudget() + " bytes");
        profile.findings().forEach(finding -> lines.add(finding.toString()));
        return lines.toString();
    }

    private static String version(ServerProfile profile) {
        BbbVersion version = profile.version();
        if (version != null) {
            return version.toString();
        }
        BbbVersion oldest = profile.oldest();
        return oldest == null ? "unknown" : oldest + " or later";
    }

    private static String checksums(ServerProfile profile) {
        StringJoiner list = new StringJoiner(", ");
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            list.add(algorithm.jcaName() + " " + profile.accepts(algorithm));
        }
        return list
                + (profile.refusesAll()
                        ? "; none was taken"
                        : "; best to use " + profile.strongest().jcaName());
    }
}
