// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.soak;

import io.blueflux.BbbServer;
import io.blueflux.SharedSecret;
import io.blueflux.benchmarks.truth.Outbox;
import io.blueflux.benchmarks.truth.ToldEvents;
import io.blueflux.fleet.BbbFleet;
import io.blueflux.fleet.FleetServer;
import io.blueflux.fleet.PollPlan;
import io.blueflux.fleet.PollSchedule;
import io.blueflux.fleet.ServerReport;
import io.blueflux.fleet.ServerState;
import io.blueflux.webhook.UserEvent;
import io.blueflux.webhook.WebhookVerifier;
import io.blueflux.webhooks.webflux.NettyWebhooks;
import io.blueflux.webhooks.webflux.WebhookIntake;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import reactor.netty.http.server.HttpServer;

/**
 * The fleet's process, which is what is measured. Prints what it is told, of a server and of a webhook, and the port on which it takes
 * webhooks. Obeys {@code add NAME SERVER SECRET}, {@code secret NAME SERVER SECRET}, {@code remove NAME}, {@code drain NAME}, {@code lead
 * SERVER MOVE LISTENS} and {@code measure}; ends with its input.
 */
public final class FleetMain {
    /** What a line begins with that tells of a webhook; its user's id follows. */
    static final String HOOK = "hook ";

    static final String HOOK_SECRET = "a-secret-of-the-webhooks";

    private final Outbox out = new Outbox();
    private final Lags lags = new Lags();
    private final Names names = new Names();
    private final int port;
    private final BbbFleet fleet;
    private final Crowd crowd;

    private FleetMain(int port, Duration interval) {
        this.port = port;
        PollSchedule schedule =
                PollSchedule.every(interval).withMaxBackoff(interval.multipliedBy(Soak.LONGEST_BACKOFF_INTERVALS));
        this.fleet = BbbFleet.builder(PollPlan.of(schedule).withAttendeeGrace(Duration.ZERO))
                .clients(client -> client.resolver(names))
                .task(polled -> ToldEvents.of(polled).doOnNext(told -> out.say(told.line())))
                .task(polled -> polled.reports().doOnNext(this::heard))
                .build();
        this.crowd = new Crowd(fleet);
    }

    /** Returns where webhooks are taken. */
    static String callbackUrl(int port) {
        return "http://127.0.0.1:" + port + "/hook";
    }

    /**
     * Runs the fleet.
     *
     * @param args the servers' port, and the interval
     */
    public static void main(String[] args) {
        FleetMain main = new FleetMain(Integer.parseInt(args[0]), Duration.parse(args[1]));
        main.takeHooks(Integer.parseInt(args[2]));
        main.fleet.start();
        main.crowd.begin();
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
                .lines()
                .forEach(order -> main.obey(order.split(" ", -1)));
        System.exit(0);
    }

    private void takeHooks(int hookPort) {
        WebhookIntake intake =
                WebhookIntake.of(WebhookVerifier.of(SharedSecret.of(HOOK_SECRET), callbackUrl(hookPort)));
        HttpServer.create()
                .host("127.0.0.1")
                .port(hookPort)
                .route(routes -> routes.post("/hook", NettyWebhooks.handler(intake)))
                .bindNow();
        intake.events()
                .ofType(UserEvent.Joined.class)
                .subscribe(event -> out.say(HOOK + event.user().internalUserId()));
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "add" -> fleet.add(server(words));
            case "secret" -> fleet.replace(server(words));
            case "remove" -> fleet.remove(words[1]);
            case "drain" -> fleet.drain(words[1]);
            case "lead" ->
                names.lead(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Boolean.parseBoolean(words[3]));
            case "measure" -> out.say(Vitals.here(lags).line());
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private FleetServer server(String[] words) {
        int index = Integer.parseInt(words[2]);
        String url = "http://" + Names.of(index) + ":" + port + "/" + index + "/bigbluebutton";
        return FleetServer.of(BbbServer.of(url, Patients.secretOf(index, Integer.parseInt(words[3])))
                .withName(words[1]));
    }

    private void heard(ServerReport report) {
        if (report.server().state() == ServerState.UP) {
            lags.add(report.lag());
        }
    }
}
