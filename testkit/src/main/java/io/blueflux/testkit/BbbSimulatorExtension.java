// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a started {@link BbbSimulator}, or its first {@link SimulatedServer}, as a parameter.
 *
 * <p>{@code @ExtendWith(BbbSimulatorExtension.class)} gives each test a fresh simulator of one server. Register it with
 * {@code @RegisterExtension static BbbSimulatorExtension simulators = BbbSimulatorExtension.of(…)} for other settings,
 * and with {@link #perClass()} for one simulator that all tests of the class share, nested classes' too. What it started
 * it closes. Thread-safe.
 *
 * <p>The shared simulator is also had by {@link #simulator()} where no parameter reaches, as when Spring asks for
 * properties:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final BbbSimulatorExtension BBB = BbbSimulatorExtension.of(BbbSimulator.builder()).perClass();
 *
 * @DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) {
 *     registry.add("bbb.url", () -> BBB.server().url());
 * }
 * }</pre>
 *
 * <p>Runs on JUnit 5 and 6.
 */
public final class BbbSimulatorExtension
        implements ParameterResolver, BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BbbSimulatorExtension.class);

    private final BbbSimulator.Builder settings;
    private final boolean perClass;
    private final Set<String> classes = new HashSet<>();
    private @Nullable BbbSimulator shared;

    /** Prepares a fresh simulator of one server for each test. */
    public BbbSimulatorExtension() {
        this(BbbSimulator.builder(), false);
    }

    private BbbSimulatorExtension(BbbSimulator.Builder settings, boolean perClass) {
        this.settings = settings;
        this.perClass = perClass;
    }

    /**
     * Prepares a fresh simulator for each test.
     *
     * @param settings what to start
     * @return the extension
     */
    public static BbbSimulatorExtension of(BbbSimulator.Builder settings) {
        Objects.requireNonNull(settings, "settings");
        return new BbbSimulatorExtension(settings, false);
    }

    /**
     * Lets the tests of a class share one simulator. Classes that inherit the field and run at the same time share it
     * as well; one that runs after them has its own.
     *
     * @return an extension with the same settings, to be registered in a static field
     */
    public BbbSimulatorExtension perClass() {
        return new BbbSimulatorExtension(settings, true);
    }

    /**
     * Returns the simulator that the tests share, from any thread and from static code. Starts it if no test of the
     * class has begun yet; it is closed after the last one.
     *
     * @return a started simulator
     * @throws IllegalStateException if this is not {@link #perClass()}: then each test has its own, as a parameter; or
     *     if the simulator cannot start
     */
    public synchronized BbbSimulator simulator() {
        if (!perClass) {
            throw new IllegalStateException("each test has a simulator of its own and takes it as a parameter;"
                    + " one that is had without a parameter needs BbbSimulatorExtension.of(…).perClass()");
        }
        BbbSimulator running = shared;
        if (running == null) {
            running = settings.build().start();
            shared = running;
        }
        return running;
    }

    /**
     * Returns the first server of the simulator that the tests share.
     *
     * @return what {@link #simulator()} has at 0
     * @throws IllegalStateException as {@link #simulator()} does
     */
    public SimulatedServer server() {
        return simulator().server(0);
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        if (perClass) {
            classes.add(context.getUniqueId());
            simulator();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == BbbSimulator.class || type == SimulatedServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        BbbSimulator simulator = perClass ? simulator() : own(context);
        return parameter.getParameter().getType() == BbbSimulator.class ? simulator : simulator.server(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        closeOwn(context);
        closeShared();
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        closeOwn(context);
        classes.remove(context.getUniqueId());
        closeShared();
    }

    private BbbSimulator own(ExtensionContext context) {
        BbbSimulator running = store(context).get(this, BbbSimulator.class);
        if (running != null) {
            return running;
        }
        BbbSimulator simulator = settings.build().start();
        store(context).put(this, simulator);
        return simulator;
    }

    /** Closes what this very context started: removal does not look into the contexts around it. */
    private void closeOwn(ExtensionContext context) {
        @Nullable BbbSimulator simulator = store(context).remove(this, BbbSimulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }

    /** After a test there is no class only if the field is not static: then the test was all there is. */
    private synchronized void closeShared() {
        if (classes.isEmpty() && shared != null) {
            shared.close();
            shared = null;
        }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
