// SPDX-License-Identifier: Apache-2.0
package io.blueflux.fleet.placement;

/** Why a server does not get a new meeting. Of several reasons the first of these is given. */
public enum PlacementObstacle {
    /** It has not the tags that were asked for, or one that was excluded, or is reserved. */
    OTHER_GROUP("of another group"),
    /** It was taken out for new meetings. */
    CORDONED("cordoned"),
    /** It is to leave the fleet. */
    DRAINING("draining"),
    /** Its last polls failed. */
    DOWN("down"),
    /** Creates failed on it: this one, or two or more in a row a moment ago. */
    CREATE_FAILED("failed to create"),
    /** It was looked at, and did not answer in time. */
    NO_ANSWER("did not answer"),
    /** It failed a poll a moment ago; it is taken only where no other server of the group may be. */
    UNSTABLE("unstable"),
    /** It was down and answers again, though not often enough; it is taken only where no other server of the group may be. */
    RECOVERING("recovering"),
    /** It has as many meetings as it may have. */
    MEETINGS_FULL("full of meetings"),
    /** With the participants expected here it would have more than it may have. */
    PARTICIPANTS_FULL("full of participants"),
    /** It may take the meeting, but others, enough of them, come before it in the order of this meeting. */
    LATER_IN_ORDER("later in the order");

    private final String words;

    PlacementObstacle(String words) {
        this.words = words;
    }

    /**
     * Returns the reason in words.
     *
     * @return what may follow "the server is" or a number of servers, for example {@code down}
     */
    public String words() {
        return words;
    }
}
