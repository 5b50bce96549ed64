// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import java.lang.Runtime.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import reactor.netty.ReactorNetty;

/**
 * Matches if reactor-netty is older than 1.3.8: its server may stop reading a connection on which a request came in before the answer
 * before it, which another thread gave, was over.
 */
final class OnOldReactorNetty extends SpringBootCondition {
    private static final Version MENDED = Version.parse("1.3.8");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        String version = ReactorNetty.class.getPackage().getImplementationVersion();
        return new ConditionOutcome(isOld(version), "reactor-netty is " + version);
    }

    /** One that does not say its version is taken for an old one: what is done about it costs little. */
    static boolean isOld(@Nullable String version) {
        try {
            return version == null || Version.parse(version).compareTo(MENDED) < 0;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
