// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list in which nothing is as usual, printed whole. */
@Timeout(60)
class MixedRecordingsIT {
    private static final String LIST = """
            <response><returncode>SUCCESS</returncode><recordings>
              <recording><recordID>r1</recordID>
                <metadata><tags><![CDATA[]]></tags><listed>True</listed></metadata>
                <playback>
                  <format><type>notes</type><url>https://h/n</url><length/></format>
                  <format><type>minutes</type>
                    <files><file kind="long" type="pdf">https://h/x.pdf</file><file kind="">https://h/x.txt</file></files>
                  </format>
                </playback>
              </recording>
              <recording><recordID>r2</recordID><metadata></metadata><playback/></recording>
              <recording/>
            </recordings></response>
            """;

    @Test
    void whatUsersAndNewerServersWroteIsPrinted() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = LIST.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            CommandRun run = CommandRun.of(
                    Map.of(ServerOptions.SECRET_VARIABLE, "s3cr3t"),
                    "call",
                    "getRecordings",
                    "--url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/bigbluebutton");

            assertThat(run.status()).as(run.err()).isZero();
            assertThat(run.outLines()).hasSize(3);
            assertThat(run.outLines().get(0))
                    .contains("\"metadata\":{\"tags\":\"\",\"listed\":\"True\"}")
                    .contains("{\"kind\":\"long\",\"type\":\"pdf\",\"#text\":\"https://h/x.pdf\"}")
                    .contains("{\"kind\":\"\",\"#text\":\"https://h/x.txt\"}");
            assertThat(run.outLines().get(1)).isEqualTo("{\"recordID\":\"r2\"}");
        } finally {
            server.stop(0);
        }
    }
}
