// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import io.blueflux.guards.GuardsAreAwake;

class GuardsTest extends GuardsAreAwake {}
