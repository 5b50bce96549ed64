// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Meeting;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.xml.Jaxb2XmlDecoder;
import reactor.core.publisher.Flux;

/** Spring's reactive way: XmlEventDecoder over Aalto, split into meetings, each unmarshalled by JAXB. */
final class SpringMeetings {
    private static final ResolvableType MEETING = ResolvableType.forClass(JaxbBeans.JaxbMeeting.class);
    private static final Jaxb2XmlDecoder DECODER = new Jaxb2XmlDecoder();

    private SpringMeetings() {}

    static List<Meeting> meetings(byte[] body) {
        List<Meeting> meetings = new ArrayList<>();
        DECODER.decode(Flux.fromIterable(chunks(body)), MEETING, MediaType.TEXT_XML, null)
                .doOnNext(bean -> meetings.add(((JaxbBeans.JaxbMeeting) bean).meeting()))
                .blockLast();
        return meetings;
    }

    private static List<DataBuffer> chunks(byte[] body) {
        List<DataBuffer> chunks = new ArrayList<>();
        for (int offset = 0; offset < body.length; offset += StreamingParse.CHUNK) {
            int length = Math.min(StreamingParse.CHUNK, body.length - offset);
            chunks.add(DefaultDataBufferFactory.sharedInstance.wrap(
                    ByteBuffer.wrap(body, offset, length).slice()));
        }
        return chunks;
    }
}
