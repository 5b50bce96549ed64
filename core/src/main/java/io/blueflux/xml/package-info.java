// SPDX-License-Identifier: Apache-2.0

/**
 * From bytes to values, chunk by chunk. {@link io.blueflux.xml.ChunkDecoder} is the contract, {@code XmlPump} the one
 * class that drives the parser, the {@code …Handler}s the shapes of the answers. For Blueflux's own modules.
 */
@NullMarked
package io.blueflux.xml;

import org.jspecify.annotations.NullMarked;
