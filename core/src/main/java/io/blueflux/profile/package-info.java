// SPDX-License-Identifier: Apache-2.0

/** What is known of a server beyond its address: release, balancer, checksums, limits. */
@NullMarked
package io.blueflux.profile;

import org.jspecify.annotations.NullMarked;
