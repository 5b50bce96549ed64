// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.infinispan;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the module logs while this is open. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(InfinispanCluster.class.getPackageName());
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private record Line(String thread, String text) {}

    /** Begins. */
    Logged() {
        start();
        logger.addAppender(this);
    }

    List<String> lines() {
        return lines.stream().map(Line::text).toList();
    }

    /** What a member of this name logs on its own threads, whose names end in its. */
    List<String> linesBy(String member) {
        return lines.stream()
                .filter(line -> line.thread().endsWith(member))
                .map(Line::text)
                .toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(new Line(event.getThreadName(), event.getFormattedMessage()));
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
