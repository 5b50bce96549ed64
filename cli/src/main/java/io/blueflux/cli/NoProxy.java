// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import io.blueflux.HostAndPort;
import io.netty.util.NetUtil;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers that no proxy is asked for, as curl reads {@code no_proxy}: names with all names below them, addresses, networks
 * as {@code 10.0.0.0/8}, {@code *} for all; a port narrows an entry. No name is looked up for it.
 */
final class NoProxy {
    private static final Pattern ENTRY = Pattern.compile("(\\[[^\\[\\]]*]|[^:]*)(?::([0-9]{1,5}))?");
    private static final Pattern NETWORK = Pattern.compile("\\[?([0-9a-f:.]+)]?/([0-9]{1,3})");

    private final List<String> entries;

    private NoProxy(List<String> entries) {
        this.entries = entries;
    }

    /** Reads a list with commas or blanks in between. What is no entry matches nothing. */
    static NoProxy of(String list) {
        return new NoProxy(Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    /** Tells whether a server is in the list; its host is in small letters and its port is known. */
    boolean covers(HostAndPort server) {
        String host = withoutDotBehind(server.host());
        byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
        return entries.stream().anyMatch(entry -> covers(entry, host, address, server.port()));
    }

    private static boolean covers(String entry, String host, byte @Nullable [] address, int port) {
        if (entry.equals("*")) {
            return true;
        }
        Matcher network = NETWORK.matcher(entry);
        if (network.matches()) {
            return isWithin(address, network.group(1), Integer.parseInt(network.group(2)));
        }
        if (NetUtil.isValidIpV6Address(entry)) { // it has colons, and no port
            return isWithin(address, entry, Byte.SIZE * 16);
        }
        Matcher parts = ENTRY.matcher(entry);
        return parts.matches()
                && (parts.group(2) == null || Integer.parseInt(parts.group(2)) == port)
                && (address == null ? isBelow(host, parts.group(1)) : isSame(address, parts.group(1)));
    }

    private static boolean isBelow(String host, String entry) {
        String name = withoutDotBehind(entry.startsWith(".") ? entry.substring(1) : entry);
        return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
    }

    private static boolean isSame(byte[] address, String entry) {
        return isWithin(address, entry, address.length * Byte.SIZE);
    }

    private static boolean isWithin(byte @Nullable [] address, String network, int bits) {
        byte[] start = NetUtil.createByteArrayFromIpAddressString(network);
        if (address == null || start == null || address.length != start.length || bits > start.length * Byte.SIZE) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutDotBehind(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
