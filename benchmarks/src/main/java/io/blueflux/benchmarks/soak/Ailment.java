// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

/** What may ail a server for a while. */
enum Ailment {
    NONE,
    /** Never answers. */
    HANGS,
    /** Resets the connection instead of an answer. */
    RESETS,
    /** Answers an octet a second. */
    DRIPS,
    /** Closes in the middle of an answer. */
    CUTS,
    HTML,
    BAD_GATEWAY,
    TWO_ROOTS,
    /** Sends ten megabytes of nothing before its meetings. */
    LARGE,
    CONTENT_TYPE,
    /** Answers after the deadline. */
    SLEEPS,
    /** Its name leads to where nobody listens. */
    REFUSES,
    /** Its name leads to another address, and its connections are reset. */
    MOVES,
    /** Has another secret, which the fleet is given after a while. */
    SECRET
}
