// SPDX-License-Identifier: Apache-2.0

/** What makes a leaked buffer or a blocking call fail the tests of a module that has this on its class path; never published. */
@NullMarked
package io.blueflux.support.guards;

import org.jspecify.annotations.NullMarked;
