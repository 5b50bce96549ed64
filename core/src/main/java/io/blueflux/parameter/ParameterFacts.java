// SPDX-License-Identifier: Apache-2.0
package io.blueflux.parameter;

import io.blueflux.ApiCall;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is said of a row of {@link Parameter} beside name and type; used only while the enum is made. */
final class ParameterFacts {
    final Set<ApiCall> calls = new LinkedHashSet<>();
    final Set<ApiCall> requiredBy = new LinkedHashSet<>();
    ParameterRule rule;

    @Nullable
    Pattern namePattern;

    String nameRule = "";

    @Nullable
    String since;

    @Nullable
    String deprecated;

    @Nullable
    String gone;

    /** One of them. */
    interface Fact {
        void addTo(ParameterFacts facts);
    }

    ParameterFacts(ParameterType type, Fact... given) {
        rule = type.rule();
        for (Fact fact : given) {
            fact.addTo(this);
        }
    }

    static Fact inCreate() {
        return in(ApiCall.CREATE);
    }

    static Fact inJoin() {
        return in(ApiCall.JOIN);
    }

    static Fact in(ApiCall... calls) {
        return in(List.of(calls));
    }

    static Fact inEveryCall() {
        return in(ApiCall.values());
    }

    private static Fact in(List<ApiCall> calls) {
        return facts -> facts.calls.addAll(calls);
    }

    /** Names calls that take the parameter and cannot be made without it. */
    static Fact requiredIn(ApiCall... calls) {
        return facts -> {
            facts.calls.addAll(List.of(calls));
            facts.requiredBy.addAll(List.of(calls));
        };
    }

    /** Replaces the rule of the type. */
    static Fact by(ParameterRule rule) {
        return facts -> facts.rule = rule;
    }

    /** Makes the row a family: the wire name is a prefix, and what follows it must match. */
    static Fact named(String regex, String rule) {
        return facts -> {
            facts.namePattern = Pattern.compile(regex);
            facts.nameRule = rule;
        };
    }

    static Fact newIn(String version) {
        return facts -> facts.since = version;
    }

    static Fact deprecatedIn(String version) {
        return facts -> facts.deprecated = version;
    }

    static Fact goneIn(String version) {
        return facts -> facts.gone = version;
    }
}
