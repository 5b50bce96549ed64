// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit.spring;

import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatorProfile;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the service under test simulated BBB servers for its configured ones. Stands beside {@code @SpringBootTest}, on the
 * class, on one around it, on a superclass or on an annotation of your own.
 *
 * <pre>{@code
 * @SpringBootTest
 * @BbbSimulatorTest
 * class RoomsTest {
 *     @Autowired SimulatedServer server;
 * }
 * }</pre>
 *
 * <p>Before the context is made, a {@link BbbSimulator} starts, each of its servers on a port of its own, and
 * {@code blueflux.servers.s1.url} and {@code .secret}, {@code s2} and so on are set: the names are those of
 * {@link io.blueflux.testkit.SimulatedServer#name()}, or {@link #names()}. The servers that the service is configured with are not
 * there. What the test itself says of its servers is, as {@code blueflux.servers.s1.weight} among the properties of
 * {@code @SpringBootTest}, {@code @TestPropertySource} or {@code @DynamicPropertySource}.
 *
 * <p>The simulator is a bean, {@code bbbSimulator}; so is a server that is the only one, {@code simulatedServer}. Both live
 * as long as the context does: they close after its other beans, and tests that share a context of Spring's cache share
 * what they did to them. Equal annotations do not keep contexts apart.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface BbbSimulatorTest {

    /**
     * How many servers there are.
     *
     * @return at least 1
     */
    int servers() default 1;

    /**
     * Under which names the servers are configured, for services that expect some.
     *
     * @return if there are any, there are as many servers, whatever {@link #servers()} says
     */
    String[] names() default {};

    /**
     * As what the servers answer.
     *
     * @return the kind of all of them
     */
    SimulatorProfile profile() default SimulatorProfile.BBB_3_0;
}
