// SPDX-License-Identifier: Apache-2.0
package io.blueflux.spring;

import io.blueflux.fleet.PollDepth;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the configuration may say. What is absent stays as Blueflux has it by default. Secrets and URLs are bound as texts, which no
 * failed conversion can quote.
 *
 * @param servers The BBB servers by their names.
 * @param client How the servers are called.
 * @param fleet How the servers are polled; there is a fleet if the interval is set.
 * @param cluster Whether the fleet is shared with other processes of this service.
 * @param placement Where new meetings go.
 * @param webhooks Where the servers' webhooks come in.
 * @param health When the health of the fleet is which.
 */
@ConfigurationProperties("blueflux")
record BluefluxProperties(
        @DefaultValue Map<String, Server> servers,
        @DefaultValue Client client,
        @DefaultValue Fleet fleet,
        @DefaultValue Cluster cluster,
        @DefaultValue Placement placement,
        @DefaultValue Webhooks webhooks,
        @DefaultValue Health health) {

    /**
     * One server.
     *
     * @param name Name of the server in errors, logs and meters; the key of this entry by default.
     * @param url URL before /api, for example https://bbb.example.org/bigbluebutton.
     * @param secret Shared secret, as "bbb-conf --secret" prints it; or see secret-file.
     * @param secretFile File that holds the shared secret and nothing else.
     * @param algorithm Hash of the checksums; sha256 by default.
     * @param sslBundle SSL bundle whose certificates are trusted; that of all servers by default.
     * @param weight How strong the server is beside the others; 1 by default.
     * @param tags Groups of servers it belongs to.
     * @param maxMeetings How many meetings it may have before it gets no new ones.
     * @param maxParticipants How many participants it may have before it gets no new meetings.
     * @param cordoned Whether it gets no new meetings.
     */
    record Server(
            @Nullable String name,
            @Nullable String url,
            @Nullable String secret,
            @Nullable Path secretFile,
            @Nullable String algorithm,
            @Nullable String sslBundle,
            @Nullable Double weight,
            @DefaultValue Set<String> tags,
            @Nullable Integer maxMeetings,
            @Nullable Integer maxParticipants,
            @DefaultValue("false") boolean cordoned) {

        /** Returns nothing of what it holds. */
        @Override
        public String toString() {
            return "Server";
        }
    }

    /**
     * How the servers are called.
     *
     * @param connectTimeout Bound on making a connection; 5s by default.
     * @param silenceTimeout Bound on the silence of a server while bytes are wanted; 10s by default.
     * @param createTimeout Bound on the silence of create and of calls that send documents; 60s by default.
     * @param deadline Bound on a whole call; 2m by default.
     * @param maxConnections Most connections to one server; 100 by default, of a fleet 4096.
     * @param userAgent Header User-Agent.
     * @param sslBundle SSL bundle whose certificates are trusted, of servers that name none of their own.
     * @param proxy Proxy in front of all servers.
     * @param retry How calls that failed for a while are repeated.
     */
    record Client(
            @Nullable Duration connectTimeout,
            @Nullable Duration silenceTimeout,
            @Nullable Duration createTimeout,
            @Nullable Duration deadline,
            @Nullable Integer maxConnections,
            @Nullable String userAgent,
            @Nullable String sslBundle,
            @DefaultValue Proxy proxy,
            @DefaultValue Retry retry) {}

    /**
     * A proxy.
     *
     * @param type Protocol of the proxy.
     * @param host Host of the proxy; none is used if it is absent.
     * @param port Port of the proxy; 3128 for http, 1080 for socks by default.
     * @param username User to give the proxy.
     * @param password Password to give the proxy.
     * @param nonProxyHosts Hosts that are called without it, as a regular expression.
     */
    record Proxy(
            @DefaultValue("http") Type type,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String username,
            @Nullable String password,
            @Nullable String nonProxyHosts) {

        /** What the proxy speaks. */
        enum Type {
            /** HTTP, asked for a tunnel. */
            HTTP,
            /** SOCKS 4. */
            SOCKS4,
            /** SOCKS 5. */
            SOCKS5
        }

        /** Returns the host alone. */
        @Override
        public String toString() {
            return "Proxy[" + host + "]";
        }
    }

    /**
     * How calls are repeated that may be.
     *
     * @param attempts How often a call is tried at most, the first time included; 1 by default.
     * @param firstBackoff Longest pause after the first failure; 500ms by default.
     * @param maxBackoff Longest pause of all; 10s by default.
     */
    record Retry(
            @Nullable Integer attempts,
            @Nullable Duration firstBackoff,
            @Nullable Duration maxBackoff) {}

    /**
     * How the servers are polled.
     *
     * @param interval Time from one poll of a server to the next, at least 500ms. If absent, there is no fleet.
     * @param starting The same while a meeting is younger than a minute; the interval by default.
     * @param idle The same while a server has no meeting; the interval by default.
     * @param depth What polls ask for; meetings by default.
     * @param deadline Bound on a whole poll; 10s by default.
     * @param infoConcurrency Most getMeetingInfo calls of one poll in flight, at the depth info; 4 by default.
     * @param attendeeGrace Time for which an attendee may be missing without having left; 10s by default.
     * @param maxInFlight Most polls in flight; 512 by default.
     * @param maxMemory Bound on what all answers take together; six tenths of the heap by default.
     */
    record Fleet(
            @Nullable Duration interval,
            @Nullable Duration starting,
            @Nullable Duration idle,
            @Nullable PollDepth depth,
            @Nullable Duration deadline,
            @Nullable Integer infoConcurrency,
            @Nullable Duration attendeeGrace,
            @Nullable Integer maxInFlight,
            @Nullable DataSize maxMemory) {}

    /**
     * Where new meetings go.
     *
     * @param rules Rules by which a server is chosen.
     */
    record Placement(@DefaultValue("least-load") Rules rules) {

        /** The presets. */
        enum Rules {
            /** The least load of six candidates. */
            LEAST_LOAD,
            /** The same server each time. */
            STICKY
        }
    }

    /**
     * Whether the fleet is shared with other processes of this service; needs the artifact blueflux-fleet-infinispan.
     *
     * @param enabled Whether there is a cluster.
     * @param name Name of the cluster; all of its members have it.
     * @param members Where the members are, each as host:port; or see dns.
     * @param dns Name that DNS resolves to the addresses of all members, such as that of a headless service.
     * @param keyFile File that holds the key of the cluster, which all members have; without it the cluster is bound to loopback.
     * @param host Address by which the others reach this member; 127.0.0.1 by default, with a key that of this host.
     * @param port Port at which this member listens.
     */
    record Cluster(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("blueflux") String name,
            @DefaultValue List<String> members,
            @Nullable String dns,
            @Nullable Path keyFile,
            @Nullable String host,
            @DefaultValue("7800") int port) {}

    /**
     * Where the servers' webhooks come in.
     *
     * @param path Path of the route; each server's own is below it. If absent, there is no route.
     * @param externalUrl URL at which the servers reach this service, before the path.
     * @param register Whether the hooks are made at the servers, made again when a server forgot one, and destroyed at shutdown.
     * @param checkInterval Time from one look after the hooks to the next.
     */
    record Webhooks(
            @Nullable String path,
            @Nullable URI externalUrl,
            @DefaultValue("false") boolean register,
            @DefaultValue("1m") Duration checkInterval) {}

    /**
     * When the health of the fleet is which.
     *
     * @param minUp The fleet is DOWN while fewer of its servers answer.
     */
    record Health(@DefaultValue("1") int minUp) {}
}
