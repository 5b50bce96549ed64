// SPDX-License-Identifier: Apache-2.0
package io.blueflux.request;

import io.blueflux.parameter.Parameter;
import io.blueflux.parameter.RequestParameters;
import java.util.Objects;

/** What viewers may not do while a meeting is locked, part of {@link CreateRequest}. Unless said, nothing is locked. */
public final class LockSettings extends Setters<LockSettings> {
    LockSettings(RequestParameters.Builder sink) {
        super(sink);
    }

    /**
     * Keeps viewers from sharing their camera. Wire name {@code lockSettingsDisableCam}; BBB 2.2 and later.
     *
     * @param disable whether to
     * @return these settings
     */
    public LockSettings disableCam(boolean disable) {
        return put(Parameter.LOCK_DISABLE_CAM, disable);
    }

    /**
     * Keeps viewers from speaking; they may listen. Wire name {@code lockSettingsDisableMic}; BBB 2.2 and later.
     *
     * @param disable whether to
     * @return these settings
     */
    public LockSettings disableMic(boolean disable) {
        return put(Parameter.LOCK_DISABLE_MIC, disable);
    }

    /**
     * Keeps viewers from private chats. Wire name {@code lockSettingsDisablePrivateChat}; BBB 2.2 and later.
     *
     * @param disable whether to
     * @return these settings
     */
    public LockSettings disablePrivateChat(boolean disable) {
        return put(Parameter.LOCK_DISABLE_PRIVATE_CHAT, disable);
    }

    /**
     * Keeps viewers from writing in the public chat. Wire name {@code lockSettingsDisablePublicChat}; BBB 2.2 and
     * later.
     *
     * @param disable whether to
     * @return these settings
     */
    public LockSettings disablePublicChat(boolean disable) {
        return put(Parameter.LOCK_DISABLE_PUBLIC_CHAT, disable);
    }

    /**
     * Keeps viewers from writing in the shared notes. Wire name {@code lockSettingsDisableNotes}; BBB 2.5 and later: for
     * servers before that, set {@link #disableNote} too. A server ignores the name that it does not know.
     *
     * @param disable whether to
     * @return these settings
     */
    public LockSettings disableNotes(boolean disable) {
        return put(Parameter.LOCK_DISABLE_NOTES, disable);
    }

    /**
     * Does the same as {@link #disableNotes} by the name that BBB 2.2 to 2.4 knows. Wire name {@code
     * lockSettingsDisableNote}; BBB 2.2 and later; deprecated since 2.5; gone in 4.0.
     *
     * @param disable whether to
     * @return these settings
     */
    public LockSettings disableNote(boolean disable) {
        return put(Parameter.LOCK_DISABLE_NOTE, disable);
    }

    /**
     * Hides the other viewers in the list of users. Wire name {@code lockSettingsHideUserList}; BBB 2.2 and later.
     *
     * @param hide whether to
     * @return these settings
     */
    public LockSettings hideUserList(boolean hide) {
        return put(Parameter.LOCK_HIDE_USER_LIST, hide);
    }

    /**
     * Keeps viewers from changing the layout. Wire name {@code lockSettingsLockedLayout}; BBB 2.2 and later; gone in
     * 2.6.
     *
     * @param locked whether to
     * @return these settings
     */
    public LockSettings lockedLayout(boolean locked) {
        return put(Parameter.LOCK_LOCKED_LAYOUT, locked);
    }

    /**
     * Applies the locks to users as they join; true unless said. Wire name {@code lockSettingsLockOnJoin}; BBB 2.2 and
     * later.
     *
     * @param lock whether to
     * @return these settings
     */
    public LockSettings lockOnJoin(boolean lock) {
        return put(Parameter.LOCK_ON_JOIN, lock);
    }

    /**
     * Lets {@link #lockOnJoin} take effect; false unless said. Wire name {@code lockSettingsLockOnJoinConfigurable};
     * BBB 2.2 and later.
     *
     * @param configurable whether it may
     * @return these settings
     */
    public LockSettings lockOnJoinConfigurable(boolean configurable) {
        return put(Parameter.LOCK_ON_JOIN_CONFIGURABLE, configurable);
    }

    /**
     * Hides the cursors of other viewers on the whiteboard. Wire name {@code lockSettingsHideViewersCursor}; BBB 2.5
     * and later.
     *
     * @param hide whether to
     * @return these settings
     */
    public LockSettings hideViewersCursor(boolean hide) {
        return put(Parameter.LOCK_HIDE_VIEWERS_CURSOR, hide);
    }

    /**
     * Hides the drawings of other viewers on the whiteboard. Wire name {@code lockSettingsHideViewersAnnotation}; BBB
     * 2.7 and later.
     *
     * @param hide whether to
     * @return these settings
     */
    public LockSettings hideViewersAnnotation(boolean hide) {
        return put(Parameter.LOCK_HIDE_VIEWERS_ANNOTATION, hide);
    }

    /**
     * Says who may become presenter; {@code requireApproval} unless said. Wire name {@code
     * lockSettingsPresenterPolicy}; BBB 4.0 and later.
     *
     * @param policy the policy
     * @return these settings
     */
    public LockSettings presenterPolicy(PresenterPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return put(Parameter.LOCK_PRESENTER_POLICY, policy.text());
    }
}
