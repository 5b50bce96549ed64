// SPDX-License-Identifier: Apache-2.0
package io.blueflux.reactor;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.blueflux.support.guards.Rooms;

/** The rooms of the client, told by names, as the comment of the package has them. */
@AnalyzeClasses(
        packages = "io.blueflux.reactor",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoHelpers.class})
class RoomsTest {
    private static final String DOOR = "BbbClient(Builder)?|DefaultBbbClient";
    private static final String PUBLIC_VALUES =
            "RetryPolicy|RedirectPolicy|FanOut|MeetingResult|CallListener|SentRequest|AnswerMeter";

    private static final Rooms ROOMS = Rooms.of("io.blueflux.reactor", DOOR)
            .above("(FanOut|Recordings|Probe).+")
            .above("ClientCalls|Call(?!Timer|Listener).+|.+Call")
            .above("ClientTransport|(Wire|Body).+|.+Reasons")
            .above("RunningCalls|CallTimer")
            .above(PUBLIC_VALUES + "|ClientSettings|ClientVersion|ClosedClient|ClientLog|Guarded|Closing");

    @ArchTest
    static final ArchRule callsGoDown = ROOMS.callsGoDown();

    @ArchTest
    static final ArchRule noTwoClassesKnowEachOther = ROOMS.noTwoClassesKnowEachOther();

    @ArchTest
    static final ArchRule onlyWhatUsersImportIsPublic =
            ROOMS.onlyTheseArePublic("BbbClient(Builder)?|Closing|" + PUBLIC_VALUES);

    @ArchTest
    static final ArchRule whatAClientIsSetToIsAValue =
            ROOMS.neverSees("(?!BbbClient(Builder)?$).+", "BbbClientBuilder");
}
