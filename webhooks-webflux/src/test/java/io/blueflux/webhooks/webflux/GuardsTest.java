// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.guards.GuardsAreAwake;

class GuardsTest extends GuardsAreAwake {}
