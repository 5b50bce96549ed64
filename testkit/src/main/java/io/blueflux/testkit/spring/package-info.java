// SPDX-License-Identifier: Apache-2.0

/** The simulator in tests of Spring Boot services; needs {@code spring-test}, which the testkit does not bring. */
@NullMarked
package io.blueflux.testkit.spring;

import org.jspecify.annotations.NullMarked;
