// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.blueflux.reactor.BbbClient;
import io.blueflux.testkit.BbbSimulator;
import io.blueflux.testkit.SimulatedServer;
import io.blueflux.testkit.SimulatorProfile;
import io.blueflux.testkit.spring.BbbSimulatorTest;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** {@link BbbSimulatorTest} as tests of a service use it. */
@SpringBootTest(classes = SimulatorAnnotationIT.Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@BbbSimulatorTest
class SimulatorAnnotationIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private BbbClient client;

    @Autowired
    private SimulatedServer server;

    @Autowired
    private BbbSimulator simulator;

    @Test
    void theServiceCallsTheSimulatedServer() {
        String id = "room-" + server.meetings().size();
        server.createMeeting(id);
        assertThat(client.getMeetings()
                        .any(meeting -> id.equals(meeting.meetingId()))
                        .block(LONG))
                .isTrue();
        assertThat(simulator.servers()).containsExactly(server);
    }

    @Nested
    class Within {
        @Test
        void theClassAroundCountsToo(@Autowired SimulatedServer same) {
            assertThat(same).isSameAs(server);
        }
    }

    @Test
    void ofSeveralServersEachIsConfigured() throws Exception {
        TestContext test = new TestContextManager(Two.class).getTestContext();
        ApplicationContext context = test.getApplicationContext();
        BbbSimulator two = context.getBean(BbbSimulator.class);

        assertThat(two.servers()).hasSize(2).allMatch(each -> each.profile() == SimulatorProfile.BBB_2_5);
        assertThat(context.getBeanNamesForType(SimulatedServer.class)).isEmpty();
        BbbClients clients = context.getBean(BbbClients.class);
        for (SimulatedServer each : two.servers()) {
            clients.client(each.name()).getMeetings().collectList().block(LONG);
            assertThat(each.requestCount("getMeetings")).isEqualTo(1);
        }
        two.server(0).stop(); // has a port of its own
        clients.client("s2").getMeetings().collectList().block(LONG);
        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
    }

    @Test
    void equalAnnotationsShareAContextAndOthersDoNot() {
        ApplicationContext own = context(SimulatorAnnotationIT.class);
        assertThat(context(Likewise.class)).isSameAs(own);
        assertThat(context(Inherits.class)).isSameAs(own);
        assertThat(context(ByOwnAnnotation.class)).isSameAs(own);
        assertThat(context(Unsimulated.class)).isNotSameAs(own);
    }

    @Test
    void withoutTheAnnotationNothingIsSimulated() {
        assertThat(context(Unsimulated.class).getBeanNamesForType(BbbSimulator.class))
                .isEmpty();
        assertThat(context(Unsimulated.class).getEnvironment().getProperty("blueflux.servers.s1.url"))
                .isNull();
    }

    @Test
    void theServersThatTheServiceIsConfiguredWithAreNotThere() {
        ApplicationContext context = context(Configured.class);
        assertThat(context.getBean(BbbClients.class).names()).containsExactly("s1");
        assertThat(context.getEnvironment().getProperty("blueflux.client.deadline"))
                .isEqualTo("60s");
        assertThat(context.getEnvironment().getProperty("blueflux.servers.s1.weight"))
                .isEqualTo("2");
    }

    @Test
    void simulatedServersMayHaveTheNamesThatTheServiceExpects() {
        ApplicationContext context = context(Named.class);
        assertThat(context.getBean(BbbClients.class).names()).containsExactlyInAnyOrder("bbb1", "bbb2");
        assertThat(context.getBean(BbbSimulator.class).servers()).hasSize(2);
        BeanFactory beans = context.getAutowireCapableBeanFactory();
        BbbClient second = BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, BbbClient.class, "bbb2");
        second.getMeetings().collectList().block(LONG);
        assertThat(context.getBean(BbbSimulator.class).server(1).requestCount("getMeetings"))
                .isEqualTo(1);
    }

    @Test
    void theSimulatorClosesAfterTheServiceDid() {
        TestContext test = new TestContextManager(Ending.class).getTestContext();
        String url = test.getApplicationContext().getBean(SimulatedServer.class).url();
        LastCall last = test.getApplicationContext().getBean(LastCall.class);

        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);

        assertThat(last.status).isEqualTo(200);
        assertThatThrownBy(() -> status(url)).isInstanceOf(IOException.class);
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "/api"))
                                .timeout(LONG)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static ApplicationContext context(Class<?> test) {
        return new TestContextManager(test).getTestContext().getApplicationContext();
    }

    @SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @BbbSimulatorTest(servers = 1)
    static class Likewise {}

    static class Inherits extends Likewise {}

    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @BbbSimulatorTest
    @interface OwnTest {}

    @OwnTest
    static class ByOwnAnnotation {}

    @SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
    static class Unsimulated {}

    @SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @BbbSimulatorTest(servers = 2, profile = SimulatorProfile.BBB_2_5)
    static class Two {}

    @SpringBootTest(
            classes = Application.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = {"spring.config.location=classpath:a-service.properties", "blueflux.servers.s1.weight=2"})
    @BbbSimulatorTest
    static class Configured {}

    @SpringBootTest(
            classes = Application.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = "spring.config.location=classpath:a-service.properties")
    @BbbSimulatorTest(names = {"bbb1", "bbb2"})
    static class Named {}

    @SpringBootTest(
            classes = {Application.class, LastCall.class},
            webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @BbbSimulatorTest
    static class Ending {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    /** Still calls the server when it is destroyed itself. */
    static class LastCall implements DisposableBean {
        private final String url;
        volatile int status;

        LastCall(@Value("${blueflux.servers.s1.url}") String url) {
            this.url = url;
        }

        @Override
        public void destroy() throws Exception {
            status = status(url);
        }
    }
}
