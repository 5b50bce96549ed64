// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.support.guards.GuardsAreAwake;

class GuardsTest extends GuardsAreAwake {}
