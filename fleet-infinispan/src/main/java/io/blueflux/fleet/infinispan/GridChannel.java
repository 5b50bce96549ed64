// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.infinispan.remoting.transport.jgroups.JGroupsChannelConfigurator;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.conf.ProtocolConfiguration;
import org.jgroups.protocols.TP;
import org.jgroups.protocols.dns.DNSResolver;
import org.jgroups.protocols.dns.DNS_PING;
import org.jgroups.stack.IpAddress;
import org.jgroups.stack.ProtocolStack;
import org.jgroups.util.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members' way to each other: TCP alone. Who is killed is missed within a second, who is frozen within four. There is no flow control
 * beside TCP's: that of JGroups may forget a member after many have come and gone, and then whoever sends to it waits for good.
 */
final class GridChannel implements JGroupsChannelConfigurator {
    private static final Logger LOG = LoggerFactory.getLogger(InfinispanCluster.class);

    private static final String STACK = """
            <config xmlns="urn:org:jgroups">
              <TCP bind_addr="%1$s" bind_port="%2$d" port_range="0" sock_conn_timeout="500ms" tcp_nodelay="true" max_length="1000000"
                   diag.enabled="false" thread_pool.min_threads="0" thread_pool.max_threads="64"
                   thread_pool.keep_alive_time="30s"/>
              %3$s
              <MERGE3 min_interval="1s" max_interval="3s"/>
              <FD_SOCK2 bind_addr="%1$s"/>
              <FD_ALL3 timeout="2s" interval="500ms"/>
              <VERIFY_SUSPECT2 timeout="500ms"/>
              <pbcast.NAKACK2 use_mcast_xmit="false"/>
              <UNICAST3/>
              <pbcast.STABLE desired_avg_gossip="5s" max_bytes="4M"/>
              <pbcast.GMS print_local_addr="false" join_timeout="1500ms" leave_timeout="500ms"/>
              <FRAG4 frag_size="60K"/>
            </config>
            """;

    private final GridSettings settings;
    private final @Nullable SecretKey key;
    private @Nullable SocketFactory sockets;

    GridChannel(GridSettings settings, @Nullable SecretKey key) {
        this.settings = settings;
        this.key = key;
    }

    @Override
    public String getName() {
        return settings.cluster();
    }

    @Override
    public JChannel createChannel(String name) throws Exception {
        String stack =
                STACK.formatted(InetAddress.getByName(settings.host()).getHostAddress(), settings.port(), discovery());
        JChannel channel = new JChannel(new ByteArrayInputStream(stack.getBytes(StandardCharsets.UTF_8)));
        ProtocolStack protocols = channel.getProtocolStack();
        DNS_PING dns = protocols.findProtocol(DNS_PING.class);
        if (dns != null) {
            dns.setDNSResolver(this::resolved);
        }
        if (key != null) {
            protocols.insertProtocol(new SealedMessages(name, key), ProtocolStack.Position.ABOVE, TP.class);
        }
        protocols.insertProtocol(new SearchSender(), ProtocolStack.Position.ABOVE, TP.class);
        if (sockets != null) {
            protocols.getTopProtocol().setSocketFactory(sockets);
        }
        settings.channel().accept(channel);
        return channel;
    }

    private String discovery() {
        List<MemberAddress> members = settings.discovery().members();
        return members.isEmpty()
                ? "<dns.DNS_PING dns_query=\"members\" dns_record_type=\"SRV\"/>"
                : members.stream()
                        .map(member -> member.host() + "[" + member.port() + "]")
                        .collect(Collectors.joining(",", "<TCPPING port_range=\"0\" initial_hosts=\"", "\"/>"));
    }

    private List<Address> resolved(String query, DNSResolver.DNSRecordType type) {
        List<Address> addresses = new ArrayList<>();
        try {
            for (MemberAddress member : settings.discovery().lookUp(settings.port())) {
                addresses.add(new IpAddress(InetAddress.getByName(member.host()), member.port()));
            }
        } catch (UnknownHostException | RuntimeException e) {
            LOG.debug("Cluster {}: {} cannot be looked up", settings.cluster(), settings.discovery(), e);
        }
        return addresses;
    }

    @Override
    public void setSocketFactory(SocketFactory socketFactory) {
        sockets = socketFactory;
    }

    @Override
    public void setDataSource(DataSource dataSource) {
        // for discovery by a database, which there is none of
    }

    @Override
    public String getProtocolStackString() {
        return settings.cluster();
    }

    @Override
    public List<ProtocolConfiguration> getProtocolStack() {
        return List.of(); // the channel is made here
    }
}
