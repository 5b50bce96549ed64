// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

/** Calls what others wrote. Whatever it throws, an error of the JVM too, stays here: the rest has to go on. */
final class HostCode {
    private HostCode() {}

    /** Calls, and logs what is thrown. */
    static void call(String who, Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            threw(who, e);
        }
    }

    static void threw(String who, Throwable error) {
        log(who + " threw", error);
    }

    /** Logs an error. The log is a stranger too, and throws where memory is short: there is nobody else to tell. */
    static void log(String what, Throwable error) {
        try {
            FleetLog.LOG.error("{}", what, error);
        } catch (Throwable ignored) {
            return;
        }
    }

    /** Returns what is thrown as something that needs no declaration. */
    static RuntimeException sneaky(Throwable error) {
        if (error instanceof Error fatal) {
            throw fatal;
        }
        return error instanceof RuntimeException known ? known : new IllegalStateException(error);
    }

    /** Calls, and throws nothing that Reactor would throw on instead of handing it to a subscriber. */
    static void tame(Runnable call) {
        try {
            call.run();
        } catch (Error e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }
}
