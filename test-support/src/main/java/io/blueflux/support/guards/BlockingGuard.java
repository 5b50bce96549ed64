// SPDX-License-Identifier: Apache-2.0
package io.blueflux.support.guards;

import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import reactor.blockhound.BlockHound;

/**
 * Has BlockHound watch the JVM in which tests run. BlockHound's own listener begins as soon as it is made, as it is in Maven's JVM
 * too, which looks for the tests that several JVMs are to share.
 */
public final class BlockingGuard implements TestExecutionListener {
    @Override
    public void testPlanExecutionStarted(TestPlan tests) {
        BlockHound.install();
    }
}
