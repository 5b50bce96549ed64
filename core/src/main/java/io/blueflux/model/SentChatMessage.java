// SPDX-License-Identifier: Apache-2.0
package io.blueflux.model;

import java.util.List;

/**
 * The answer to sendChatMessage: the message is in the public chat.
 *
 * @param status {@code messageKey} and {@code message} are empty
 * @param unknown elements without a place above
 */
public record SentChatMessage(Status status, List<Element> unknown) {}
