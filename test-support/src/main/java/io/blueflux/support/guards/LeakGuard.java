// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes a leaked buffer fail the run. Netty only logs a leak, when a later allocation notices that a buffer was collected
 * unreleased; so at the end this collects garbage and allocates until nothing more can come to light.
 */
public final class LeakGuard implements BeforeAllCallback {
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static volatile boolean onPurpose;

    static {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new ResourceLeakDetectorFactory() {
            @Override
            @SuppressWarnings("deprecation") // the factory's abstract method is the deprecated one
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(
                    Class<T> resource, int samplingInterval, long maxActive) {
                return new RecordingDetector<>(resource, samplingInterval);
            }

            @Override
            public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval) {
                return new RecordingDetector<>(resource, samplingInterval);
            }
        });
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(LeakGuard.class))
                .computeIfAbsent("atTheEnd", key -> (AutoCloseable) LeakGuard::requireNone);
    }

    /** Throws if a buffer was leaked up to now. */
    static void requireNone() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50); // the JVM has no signal for references that it has enqueued
            for (int j = 0; j < 200; j++) {
                ByteBufAllocator.DEFAULT.directBuffer(16).release();
                ByteBufAllocator.DEFAULT.heapBuffer(16).release();
            }
        }
        if (!LEAKS.isEmpty()) {
            throw new AssertionError("LEAK: " + LEAKS.size() + " buffers were not released, first: " + LEAKS.peek());
        }
    }

    /** Leaks a buffer on purpose and tells whether the guard sees it; forgets it then. */
    static boolean seesALeak() throws InterruptedException {
        onPurpose = true;
        leak();
        for (int i = 0; i < 50 && LEAKS.isEmpty(); i++) {
            System.gc();
            Thread.sleep(20); // as above
            ByteBufAllocator.DEFAULT.directBuffer(16).release();
        }
        onPurpose = false;
        return LEAKS.poll() != null;
    }

    private static void leak() {
        ByteBuf forgotten = ByteBufAllocator.DEFAULT.directBuffer(16);
        forgotten.writeByte(1);
    }

    private static final class RecordingDetector<T> extends ResourceLeakDetector<T> {
        @SuppressWarnings("deprecation") // no other constructor takes the interval
        RecordingDetector(Class<?> resource, int samplingInterval) {
            super(resource, samplingInterval);
        }

        @Override
        protected void reportTracedLeak(String resourceType, String records) {
            LEAKS.add(resourceType + records);
            if (!onPurpose) {
                super.reportTracedLeak(resourceType, records);
            }
        }

        @Override
        protected void reportUntracedLeak(String resourceType) {
            LEAKS.add(resourceType);
            if (!onPurpose) {
                super.reportUntracedLeak(resourceType);
            }
        }
    }
}
