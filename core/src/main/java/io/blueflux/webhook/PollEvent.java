// SPDX-License-Identifier: Apache-2.0
package io.blueflux.webhook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Events of polls: {@code poll-…}; webhooks 3.0 and later. */
public sealed interface PollEvent extends WebhookEvent {

    /**
     * {@code poll-started}.
     *
     * @param head id, time, meeting
     * @param user who asks
     * @param pollId {@code poll.id}
     * @param question {@code poll.question}
     * @param answers {@code poll.answers}: what can be chosen
     */
    record Started(
            Head head,
            UserIds user,
            @Nullable String pollId,
            @Nullable String question,
            List<Answer> answers) implements PollEvent {
        /** Copies the answers. */
        public Started {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(answers, "answers");
            answers = List.copyOf(answers);
        }
    }

    /**
     * What can be chosen.
     *
     * @param id {@code id}
     * @param key {@code key}: its text
     */
    record Answer(@Nullable String id, @Nullable String key) {}

    /**
     * {@code poll-responded}.
     *
     * @param head id, time, meeting
     * @param user who answers
     * @param pollId {@code poll.id}
     * @param answerIds {@code poll.answerIds}: what was chosen
     */
    record Responded(Head head, UserIds user, @Nullable String pollId, List<String> answerIds) implements PollEvent {
        /** Copies the ids. */
        public Responded {
            Objects.requireNonNull(head, "head");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(answerIds, "answerIds");
            answerIds = List.copyOf(answerIds);
        }
    }
}
