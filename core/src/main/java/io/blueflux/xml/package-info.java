// SPDX-License-Identifier: Apache-2.0

/**
 * From bytes to tokens, chunk by chunk: {@link io.blueflux.xml.XmlBytes} takes the bytes, {@code XmlPump} is the one class
 * that drives the parser, a {@link io.blueflux.xml.Handler} is told what it read. Knows no call, no envelope and no meeting;
 * what nobody knows it keeps as an {@code Element}.
 */
@NullMarked
package io.blueflux.xml;

import org.jspecify.annotations.NullMarked;
