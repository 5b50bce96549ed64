// SPDX-License-Identifier: Apache-2.0

/** Signing, the BBB dialect and the streaming parse; knows neither Reactor nor Netty. */
@org.jspecify.annotations.NullMarked
module io.blueflux {
    requires static transitive org.jspecify;
    requires com.fasterxml.aalto;
    requires org.codehaus.stax2;
    requires java.xml;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires static jakarta.json.bind;

    exports io.blueflux;
    exports io.blueflux.body;
    exports io.blueflux.error;
    exports io.blueflux.model;
    exports io.blueflux.parameter;
    exports io.blueflux.profile;
    exports io.blueflux.request;
    exports io.blueflux.sign;
    exports io.blueflux.webhook;

    // for what is written as JSON by other than records' accessors
    opens io.blueflux to
            com.fasterxml.jackson.databind,
            tools.jackson.databind,
            org.eclipse.yasson;
    opens io.blueflux.error to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens io.blueflux.profile to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;

    // for our own modules only
    exports io.blueflux.answer to
            io.blueflux.reactor,
            io.blueflux.benchmarks;
    exports io.blueflux.endpoint to
            io.blueflux.reactor,
            io.blueflux.fleet,
            io.blueflux.cli,
            io.blueflux.benchmarks;
    exports io.blueflux.value to
            io.blueflux.reactor, // what is asked of arguments
            io.blueflux.fleet,
            io.blueflux.fleet.infinispan;
    exports io.blueflux.xml to
            io.blueflux.cli; // the names of elements, which it prints values under
}
