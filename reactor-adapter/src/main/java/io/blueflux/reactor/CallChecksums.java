// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.BbbServer;
import io.blueflux.error.ApiError;
import io.blueflux.error.ApiFailedException;
import io.blueflux.error.BbbException;
import io.blueflux.error.HttpStatusException;
import io.blueflux.error.MessageKey;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.profile.Balancer;
import io.blueflux.profile.ServerProfile;
import io.blueflux.profile.Support;
import io.blueflux.sign.ChecksumDiagnosis;
import io.blueflux.sign.QueryKind;
import java.util.EnumSet;
import java.util.Set;

/** Remembers which kinds of signed queries a server took, to explain those whose checksum it refuses. */
final class CallChecksums {
    private static final int UNAUTHORIZED = 401;

    private final BbbServer server;
    private final ServerProfile profile;
    /** Replaced, not changed. Of two that are added at once one may be lost, until the next call adds it. */
    private volatile Set<QueryKind> passed = Set.of();

    CallChecksums(BbbServer server, ServerProfile profile) {
        this.server = server;
        this.profile = profile;
    }

    void passed(QueryKind query) {
        Set<QueryKind> known = passed;
        if (!known.contains(query)) {
            Set<QueryKind> more = EnumSet.of(query);
            more.addAll(known);
            passed = Set.copyOf(more);
        }
    }

    /** Explains a refused checksum, and a form that was not read; all other errors stay as they are. */
    BbbException explained(BbbException error, QueryKind query, RequestParameters sent) {
        if (error instanceof ApiFailedException failed && failed.has(MessageKey.CHECKSUM_ERROR)) {
            String message = failed.errors().stream()
                    .filter(reason -> reason.key().equals(MessageKey.CHECKSUM_ERROR.text()))
                    .map(ApiError::message)
                    .findFirst()
                    .orElse("");
            return failed.explained(diagnosis(failed.call(), query, message).text());
        }
        if (error instanceof HttpStatusException refused && isRefusalOfB3lb(refused)) {
            return refused.explained(diagnosis(refused.call(), query, "").text());
        }
        boolean doubtful = query == QueryKind.FORM && profile.formPost() != Support.YES;
        return doubtful ? CallFormDoubt.explained(error, sent) : error;
    }

    private static boolean isRefusalOfB3lb(HttpStatusException error) {
        return error.status() == UNAUTHORIZED
                && Balancer.B3LB.equals(Balancer.ofFailure(error.status(), "", error.bodyStart()));
    }

    private ChecksumDiagnosis diagnosis(String call, QueryKind query, String message) {
        return ChecksumDiagnosis.of(
                new ChecksumDiagnosis.Refusal(call, server.algorithm(), query, passed, message, profile));
    }
}
