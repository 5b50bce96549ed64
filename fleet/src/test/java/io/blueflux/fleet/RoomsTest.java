// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.blueflux.support.guards.Rooms;

/** The rooms of the fleet, told by names, as the comment of the package has them. */
@AnalyzeClasses(packages = "io.blueflux.fleet", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String FACE = "BbbFleet(Builder)?|FleetTask";
    private static final String PUBLIC_VALUES = "AttendeeKey|Cluster(Hearer|Link|Members|Status|Word)"
            + "|Fleet(Cluster|Counts|Event|Meeting|Server|Share|Snapshot|Totals)"
            + "|HealthPolicy|LocatedMeeting|MeetingSearch|Poll(Depth|Load|Plan|Schedule)|Server(Health|Look|Report|State|View)";

    private static final Rooms ROOMS = Rooms.of("io.blueflux.fleet", FACE + "|DefaultBbbFleet")
            .above("Roster.*")
            .above("Client.+")
            .above("Cluster(Crowd|Desk|Door|Keys|Lines|Lists|Marks|Memory|Subject)")
            .above("Lane.*")
            .above("FleetState|(State|Feed|Book).*")
            .above("Answer.+")
            .above("Host.+")
            .above(PUBLIC_VALUES + "|AttendeeQuery|FleetSettings|FleetLog|ServerIdentity|PollBase|Checks|NameHash");

    @ArchTest
    static final ArchRule callsGoDown = ROOMS.callsGoDown();

    @ArchTest
    static final ArchRule noTwoClassesKnowEachOther = ROOMS.noTwoClassesKnowEachOther();

    @ArchTest
    static final ArchRule onlyWhatUsersImportIsPublic = ROOMS.onlyTheseArePublic(FACE + "|" + PUBLIC_VALUES);

    @ArchTest
    static final ArchRule theFaceSeesNoLane = ROOMS.neverSees(FACE + "|DefaultBbbFleet|" + PUBLIC_VALUES, "Lane.*");

    @ArchTest
    static final ArchRule lanesSeeNeitherStateNorFeed = ROOMS.neverSees("Lane.*", "FleetState|(State|Feed).*");

    @ArchTest
    static final ArchRule whatAFleetIsSetToIsAValue = ROOMS.neverSees("(?!BbbFleet(Builder)?$).+", "BbbFleetBuilder");
}
