// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What controllers answer when a call fails. Advices of the application without an order of their own come before. */
@AutoConfiguration(after = BluefluxAutoConfiguration.class)
@Conditional(OnServers.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(name = "org.springframework.web.reactive.config.WebFluxConfigurer")
class WebAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "blueflux.problem-details.enabled", matchIfMissing = true)
    @Order(Ordered.LOWEST_PRECEDENCE)
    BbbProblemAdvice bluefluxProblemAdvice() {
        return new BbbProblemAdvice();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnClass(name = "reactor.netty.http.server.HttpServer")
    @Conditional(OnOldReactorNetty.class)
    AnswersOnTheirLoop bluefluxAnswersOnTheirLoop() {
        return new AnswersOnTheirLoop();
    }
}
