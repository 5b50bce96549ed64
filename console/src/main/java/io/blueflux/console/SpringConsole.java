// SPDX-License-Identifier: Apache-2.0
package io.blueflux.console;

import io.blueflux.cli.ConsoleService;
import io.blueflux.cli.ConsoleSettings;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The console as a Spring Boot service. Its end is the JVM's: a shutdown hook of Boot's closes it. */
public final class SpringConsole implements ConsoleService {

    @Override
    public void serve(ConsoleSettings settings, Consumer<URI> ready) throws InterruptedException {
        try (ConfigurableApplicationContext context = start(settings)) {
            ready.accept(page(context, settings));
            new CountDownLatch(1).await();
        }
    }

    /** Starts it, and does not wait. */
    static ConfigurableApplicationContext start(ConsoleSettings settings, String... more) {
        SpringApplication application = new SpringApplication(ConsoleConfiguration.class);
        application.setEnvironment(new ConsoleEnvironment());
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("consoleSettings", settings));
        try {
            return application.run(
                    Stream.concat(arguments(settings), Stream.of(more)).toArray(String[]::new));
        } catch (RuntimeException e) {
            throw unusable(settings, e);
        }
    }

    /** Returns where the page is, or was: it may have been told to end already. */
    static URI page(ConfigurableApplicationContext context, ConsoleSettings settings) {
        Environment environment = context.getEnvironment();
        int port = environment.getProperty("local.server.port", Integer.class, settings.port());
        boolean tls = Ssl.isEnabled(
                Binder.get(environment).bind("server.ssl", Ssl.class).orElse(null));
        return URI.create((tls ? "https" : "http") + "://" + host(settings.bind()) + ":" + port + "/");
    }

    /** Nothing beside the jar is read: the folder it is started in may be another service's. */
    private static Stream<String> arguments(ConsoleSettings settings) {
        return Stream.of(
                "--spring.config.location=classpath:/application.yaml",
                "--server.address=" + settings.bind().getHostAddress(),
                "--server.port=" + settings.port(),
                "--blueflux.fleet.interval=" + settings.interval(),
                "--blueflux.fleet.depth=" + settings.depth());
    }

    private static String host(InetAddress bind) {
        String address =
                bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress().getHostAddress() : bind.getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /** Boot's own report of it would be a page. */
    private static IllegalArgumentException unusable(ConsoleSettings settings, Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && !(cause instanceof PortInUseException)) {
            cause = cause.getCause();
        }
        String why = cause instanceof BindException || cause instanceof PortInUseException
                ? "--bind, --port: nobody may listen at " + host(settings.bind()) + ":" + settings.port()
                        + ": the port is in use, or not for everybody, or this machine has no such address"
                : "the console cannot start: " + cause.getMessage();
        return new IllegalArgumentException(why, error);
    }
}
