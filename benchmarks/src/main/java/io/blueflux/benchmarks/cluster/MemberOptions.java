// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.cluster;

import java.time.Duration;
import java.util.List;

/**
 * What a member is told when it is started.
 *
 * @param name its name, no other process has it
 * @param index its place among the members
 * @param addresses where the members are, as {@code host:port}
 * @param isJoined whether they are a cluster; else each polls a fixed part
 * @param tells whether it prints what it is told
 * @param servers how many servers there are
 * @param port the servers'
 * @param interval from one poll of a server to the next
 */
record MemberOptions(
        String name,
        int index,
        List<String> addresses,
        boolean isJoined,
        boolean tells,
        int servers,
        int port,
        Duration interval) {

    static MemberOptions of(String... arguments) {
        return new MemberOptions(
                arguments[0],
                Integer.parseInt(arguments[1]),
                List.of(arguments[2].split(",")),
                Boolean.parseBoolean(arguments[3]),
                Boolean.parseBoolean(arguments[4]),
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[6]),
                Duration.parse(arguments[7]));
    }

    /** Returns the options of another member. */
    MemberOptions at(int place, String otherName) {
        return new MemberOptions(otherName, place, addresses, isJoined, tells, servers, port, interval);
    }

    String[] arguments() {
        return new String[] {
            name,
            String.valueOf(index),
            String.join(",", addresses),
            String.valueOf(isJoined),
            String.valueOf(tells),
            String.valueOf(servers),
            String.valueOf(port),
            interval.toString()
        };
    }
}
