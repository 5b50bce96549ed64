// SPDX-License-Identifier: Apache-2.0

/**
 * A stateful, wire-true BBB server in-process: start with {@link io.blueflux.testkit.BbbSimulator}, spoil its answers
 * with {@link io.blueflux.testkit.Fault}.
 */
@NullMarked
package io.blueflux.testkit;

import org.jspecify.annotations.NullMarked;
