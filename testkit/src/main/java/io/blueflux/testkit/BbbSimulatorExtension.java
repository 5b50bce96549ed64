// SPDX-License-Identifier: Apache-2.0
package io.blueflux.testkit;

import java.util.Objects;
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
 * and with {@link #perClass()} for one simulator that all tests of the class share. What it started it closes.
 */
public final class BbbSimulatorExtension
        implements ParameterResolver, BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BbbSimulatorExtension.class);

    private final BbbSimulator.Builder settings;
    private final boolean perClass;

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
     * Lets the tests of a class share one simulator.
     *
     * @return an extension with the same settings, to be registered in a static field
     */
    public BbbSimulatorExtension perClass() {
        return new BbbSimulatorExtension(settings, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (perClass) {
            start(context);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == BbbSimulator.class || type == SimulatedServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        BbbSimulator running = store(context).get(this, BbbSimulator.class);
        BbbSimulator simulator = running == null ? start(context) : running;
        return parameter.getParameter().getType() == BbbSimulator.class ? simulator : simulator.server(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close(context);
    }

    private BbbSimulator start(ExtensionContext context) {
        BbbSimulator simulator = settings.build().start();
        store(context).put(this, simulator);
        return simulator;
    }

    /** Closes what this very context started: removal does not look into the contexts around it. */
    private void close(ExtensionContext context) {
        @Nullable BbbSimulator simulator = store(context).remove(this, BbbSimulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
