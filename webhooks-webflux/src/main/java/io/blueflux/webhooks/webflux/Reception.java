// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhooks.webflux;

import io.blueflux.webhook.CallbackRefusedException;
import io.blueflux.webhook.WebhookVerifier;
import io.blueflux.webhooks.webflux.WebhookIntake.Answer;
import io.blueflux.webhooks.webflux.WebhookIntake.Request;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes the requests of one server: reads the body, verifies it, admits its events. Tells nobody of them. */
final class Reception {
    private final Proof proof;
    private final WebhookLimits limits;
    private final Room held;
    private final Admission admission;

    Reception(Proof proof, WebhookLimits limits, Room held, Admission admission) {
        this.proof = proof;
        this.limits = limits;
        this.held = held;
        this.admission = admission;
    }

    /** Takes a request whose body is there. */
    Answer receive(Request request, byte[] body) {
        BoundedBody bounded = new BoundedBody((int) Math.min(body.length, held.most()), held);
        bounded.add(body);
        Answer answer = answer(request, bounded);
        bounded.end();
        return answer;
    }

    /** Takes a request whose body comes, if anything can prove it. */
    Mono<Answer> answer(Request request, Flux<byte[]> chunks) {
        Answer early = beforeTheBody(request);
        if (early != null) {
            return Mono.just(early);
        }
        BoundedBody body = new BoundedBody(limits.bodyBytes(), held);
        return chunks.takeWhile(body::add)
                .then(Mono.just(Answer.ACCEPTED))
                .timeout(limits.bodyTime(), Mono.just(Answer.TOO_SLOW))
                .onErrorReturn(Answer.MALFORMED) // broke off; a framework would log the URL, and with it the checksum
                .map(read -> read == Answer.ACCEPTED ? answer(request, body) : read)
                .doFinally(signal -> body.end());
    }

    private @Nullable Answer beforeTheBody(Request request) {
        WebhookVerifier verifier = proof.verifier();
        if (verifier == null) {
            return Answer.UNKNOWN_SERVER;
        }
        if (request.contentLength() > limits.bodyBytes()) {
            return Answer.TOO_LARGE;
        }
        try {
            verifier.requireProof(request.rawQuery(), request.authorization());
            return null;
        } catch (CallbackRefusedException e) {
            return refusal(e);
        }
    }

    private Answer answer(Request request, BoundedBody body) {
        Answer refusal = body.refusal();
        return refusal == null ? admit(request, body) : refusal;
    }

    private Answer admit(Request request, BoundedBody body) {
        try {
            WebhookVerifier verifier = proof.verifier(); // may be another one than before the body
            return verifier == null
                    ? Answer.UNKNOWN_SERVER
                    : admission.admit(
                            verifier.receive(request.rawQuery(), request.authorization(), body.bytes()), body);
        } catch (CallbackRefusedException e) {
            return refusal(e);
        } catch (Throwable e) { // a clock of the application's, or too little memory: the server's loop goes on
            Guard.drop(e);
            return Answer.BUSY;
        }
    }

    private static Answer refusal(CallbackRefusedException e) {
        return e.reason() == CallbackRefusedException.Reason.UNVERIFIED ? Answer.UNVERIFIED : Answer.MALFORMED;
    }

    /** What requests are proved by at this moment. */
    @FunctionalInterface
    interface Proof {
        /** Returns the verifier, null if the server is not known any more. */
        @Nullable
        WebhookVerifier verifier();
    }
}
