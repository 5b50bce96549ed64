// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.fleet;

import io.blueflux.benchmarks.parse.DomByTag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** The usual client: HttpURLConnection on 32 threads, then the DOM. Its connections are kept, as the JDK does by itself. */
final class UrlConnectionPass implements Pass {
    private static final int THREADS = 32;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Callable<Integer>> calls;

    UrlConnectionPass(List<String> urls) {
        this.calls = urls.stream()
                .map(url -> (Callable<Integer>) () -> attendees(url))
                .toList();
    }

    @Override
    public long run() throws InterruptedException, ExecutionException {
        List<Future<Integer>> answers = new ArrayList<>(threads.invokeAll(calls));
        long sum = 0;
        for (Future<Integer> answer : answers) {
            sum += answer.get();
        }
        return sum;
    }

    private static int attendees(String url) throws IOException, ParserConfigurationException, SAXException {
        try (InputStream answer = new URL(url).openConnection().getInputStream()) {
            return Attendees.in(DomByTag.meetings(answer.readAllBytes()));
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
