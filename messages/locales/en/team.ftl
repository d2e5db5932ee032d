given-located = Kept at: { $place }

# The team
team-heading = <b>{ $company }</b> · team
team-count = { $count ->
    [1] 1 person
   *[other] { $count } people
}
team-line = 👤 { $name } · { $standing }, { $reach }
team-standing = { $roles } ({ $departments })
reach-never = ⚠️ never pressed Start, cannot be reached
reach-blocked = ⚠️ has blocked me, cannot be reached
reach-seen = last here { $day }
reach-known = can be reached
role-boss = Boss
role-legal-rep = Legal representative
role-manager = Compliance manager
role-contributor = Contributor
role-viewer = Viewer
role-clerk = Agency clerk
tap-team = 👥 Team
tap-invite = ➕ Invite
tap-invitations = 🔗 Open invitations { $count }
tap-leave = 🚪 Leave this company
tap-leave-sure = Yes, leave
tap-change-role = 🎭 Change roles
tap-hand-over = 🔀 Hand over all
tap-remove-member = ✂️ Remove
tap-remove-sure = Yes, remove
tap-roles-done = ✅ Done
tap-copy-invitation = 📋 Copy invitation
tap-revoke = ↩️ Revoke
tap-revoke-number = Revoke no. { $number }
tap-join-as = Just "{ $name }"
roles-ask = { $name } is now: { $standing }. Tap to add, tap again to take away.
invite-ask = Whom do you invite? One tap makes a one-time link, good for 7 days.
invite-contributor = { $department }
invited = 🔗 The link for "{ $standing }" is ready. It works once, until { $until }. Copy it and send it on:
    { $link }
invitation-text = Open this link to join the annual report team of { $company } ({ $standing }), until { $until }: { $link }
invitations-count = { $count ->
    [1] 1 invitation is still open.
   *[other] { $count } invitations are still open.
} A link is shown only when it is made; if it is lost, revoke it and make a new one.
invitation-line = No. { $number } · { $standing } · until { $until }
joining-ask = <b>{ $company }</b>
    { $inviter } invites you to join as: { $standing }.
    What shall people call you? Just send a name.
said-joined = ✅ You have joined { $company }: { $standing }
joined-nothing-yet = This company has no report under way yet; you will hear of it here.
said-revoked = Invitation no. { $number } is revoked.
hand-over-ask = Who takes over everything { $name } has?
hand-over-nobody = There is nobody who could take over: invite somebody first.
said-handed-over = ✅ Everything { $name } had is with { $to } now.
remove-ask = Remove { $name }? What they have goes back to its department; what they did stays on record.
said-removed = ✅ { $name } is removed; what they had is back with its department.
leave-ask = Leave this company? What you have goes back to its department; what you did stays on record.
leave-ask-keeper = Leave this company? You are one who runs it: if nobody else can, hand over first.
said-left = You have left { $company }.
error-too-many-tries = That was too many tries. Please try again in an hour, or ask for a new link.

# What people hear without asking
notice-repeated = (Maybe a repeat: it is not sure that the last one arrived)
notice-assigned = 📌 { $who } has given you "{ $title }"{ $dated ->
    [1] , wanted by { $due }
   *[other] {""}
}.
notice-assigned-many = 📌 { $who } has given you { $count } items; they are under My tasks.
notice-unassigned = "{ $title }" is no longer yours (changed by { $who }).
notice-unassigned-many = { $count } items are no longer yours (changed by { $who }).
notice-given-back = ↩️ { $who } has given back "{ $title }": { $why }. Please hand in a new one{ $dated ->
    [1] {" "}by { $due }
   *[other] {""}
}.
notice-to-review = 🔍 { $who } has handed in "{ $title }"; please accept it or give it back.
notice-joined = 👋 { $who } has joined as: { $standing }.
notice-left = 👋 { $who } has left the team; what they had is back with its department.
notice-role = { $who } has changed your roles. You are now: { $standing }.
notice-removed = { $who } has removed you from the team.
notice-handed-over = 🔀 { $who } has handed { $count ->
    [one] { $count } item over to you; it is
   *[other] { $count } items over to you; they are
} under My tasks.
tap-open-item = ▶️ Open

# Refusals of the team
error-no-such-invitation = This invitation link leads nowhere; maybe it was not copied whole. Please ask for it again.
error-invitation-used = Somebody has used this invitation link already; each works once. Please ask for a new one.
error-invitation-expired = This invitation link has expired. Please ask for a new one.
error-invitation-revoked = This invitation link was taken back. Please ask for a new one.
error-own-invitation = This is your own invitation; please forward it to the person you want to invite. It is still unused.
error-already-member = You belong to this company already, and your roles stay as they are. /status shows the progress.
error-closed-to-newcomers = This company is archived and cannot be joined now. Please ask the person who invited you.
error-no-such-member = That person is not in the team (any more). /members shows who is.
error-no-role = At least one role must stay; to end somebody's part, use “Remove”.
error-last-keeper = Nobody could look after this company then. Please hand over first, or invite another compliance manager.
error-nothing-to-hand-over = There is nothing to hand over: no items were given to them, and no role would change.
error-may-only-look = That person may only look and cannot hand in. Please change their role first, then give them the items.
error-no-such-colleague = There is no such colleague or department (any more); please choose again.
error-too-many = { $what ->
    [invitations] { $most } invitations are unused already, which is the limit. Please take some back first.
    [members] The team has { $most } people already, which is the limit. Please ask the compliance manager to remove somebody first.
    [colleagues] { $most } colleagues are noted already, which is the limit. Please remove some first.
    [robots] There are { $most } robots and mailboxes already, which is the limit. Please remove one first.
    [addresses] There are { $most } other ways to you already, which is the limit. Please remove one first.
   *[groups] { $most } groups are bound already, which is the limit. Please unbind one first.
}
command-members = The team
command-invite = Invite a colleague
tap-rights = 🎭 What each role may do
rights-title = <b>What each role may do</b>
rights-line = ▫️ { $role }: { $rights }
rights-all = everything
right-look = see progress
right-look-sensitive = see internal matters
right-hand-in-mine = hand in their own and their department's
right-hand-in = hand in anything, also for others
right-assign = assign
right-review = accept and give back
right-record-filing = record filing
right-tailor = change items and steps
right-bind-group = bind groups
right-invite = invite and run the team
right-audit = see the record
right-administer = set up and correct
right-keep-evidence = decide how papers are kept
progress-unreachable = ⚠️ { $names } cannot be reached: { $count ->
    [1] 1 item
   *[other] { $count } items
} with nobody to ask
tap-unreachable = ⚠️ See { $name }
toast-invited-already = The link was made just now
