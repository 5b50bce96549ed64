// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.support.guards.GuardsAreAwake;

class GuardsTest extends GuardsAreAwake {}
