// SPDX-License-Identifier: Apache-2.0
package io.blueflux.benchmarks.parse;

import io.blueflux.model.Meeting;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.transform.stream.StreamSource;

/** JAXB: the whole answer to beans, then to the model. */
final class JaxbMeetings {
    private static final JAXBContext CONTEXT = context();

    private JaxbMeetings() {}

    static List<Meeting> meetings(byte[] body) throws JAXBException {
        StreamSource source = new StreamSource(new ByteArrayInputStream(body));
        JaxbBeans.Response response =
                (JaxbBeans.Response) CONTEXT.createUnmarshaller().unmarshal(source);
        return response.meetings.stream().map(JaxbBeans.JaxbMeeting::meeting).toList();
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(JaxbBeans.Response.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the beans are wrong", e);
        }
    }
}
