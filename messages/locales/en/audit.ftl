# The record: who did what, and when
command-audit = Look at the record
tap-audit = 🧾 Record
tap-audit-people = 👤 By person
tap-export = ⬇️ Take it as { $format }
record-heading = <b>{ $company }</b>
audit-title = <b>{ $company }</b> · 🧾 record · { $name }
audit-all = All
audit-sort-given = Papers
audit-sort-filing = Filing
audit-sort-people = People
audit-sort-settings = Settings
audit-people = Whose doings?
audit-nothing = Nothing of that kind is on record.
audit-line = <i>{ $at }</i> { $who }: { $did }
audit-details = 　{ $details }
audit-behalf = for { $name }
audit-why = why: { $why }
audit-in-group = in the group “{ $title }”
audit-seal = content fingerprint { $seal }
audit-operator = the operator
audit-erased = erased
audit-case = { $licence } { $year }
audit-on = yes
audit-off = no
audit-file = { $company } record { $day }
audit-caption = The whole record, internal matters included; keep it safe.

# A sentence for each kind
event-company-opened = opened the company “{ $new }”
event-company-corrected = corrected the company: { $old } → { $new }
event-company-archived = archived the company
event-company-restored = restored the company
event-company-removed = removed the company, opened by mistake
event-copy-adopted = { $count ->
    [0] went on with the good copy; nothing was lost
    [one] went on with the good copy; the last step has to be done again
   *[other] went on with the good copy; the last { $count } steps have to be done again
}
event-season-opened = opened { $what }
event-season-corrected = corrected { $what }: { $old } → { $new }
event-season-archived = archived { $what }
event-season-restored = restored { $what }
event-season-removed = removed { $what }, opened by mistake
event-known-filled = filled in by itself, “{ $what }”: { $new }
event-handed-in = { $was ->
    [0] handed in “{ $what }”, version { $version }: { $new }
   *[other] handed in “{ $what }”, version { $version }: { $new } (before: { $old })
}
event-withdrawn = took back “{ $what }”: { $old }
event-filing-recorded = recorded “{ $what }”: { $new }
event-filing-withdrawn = took back “{ $what }”: { $old }
event-item-added = added the item “{ $new }”
event-item-renamed = { $was ->
    [0] renamed an item to “{ $new }”
   *[other] renamed an item: { $old } → { $new }
}
event-item-dropped = left out “{ $what }”
event-item-restored = took “{ $what }” up again
event-step-added = added the step “{ $new }”
event-step-renamed = { $was ->
    [0] renamed a step to “{ $new }”
   *[other] renamed a step: { $old } → { $new }
}
event-step-dropped = skips the step “{ $what }”
event-step-restored = took the step “{ $what }” up again
event-invited = invited somebody: { $new }
event-invitation-revoked = took back invitation no. { $what }
event-member-joined = joined: { $new }
event-member-changed = roles of { $what }: { $old } → { $new }
event-member-removed = removed { $what } ({ $old })
event-member-left = left ({ $old })
event-handed-over = { $count ->
    [one] handed 1 item of { $what } over to { $new }
   *[other] handed { $count } items of { $what } over to { $new }
}
event-assigned = { $was ->
    [0] gave “{ $what }” to { $new }
   *[other] gave “{ $what }” to { $new } (before: { $old })
}
event-taken = took “{ $what }”
event-unassigned = gave “{ $what }” back to its department (before: { $old })
event-colleague-added = noted the colleague { $new }
event-colleague-removed = struck off the colleague { $old }
event-nudged = asked { $what }: { $new }
event-accepted = accepted “{ $what }”, version { $version }
event-given-back = gave back “{ $what }”, version { $version }
event-review-changed = “{ $what }” must be accepted by somebody else: { $new }
event-sensitivity-changed = “{ $what }” is an internal matter: { $new }
event-group-bound = bound the group “{ $new }”
event-group-changed = changed the group “{ $new }”
event-group-unbound = unbound the group “{ $old }”
event-paper-taken = was sent “{ $what }”, number { $version } (.{ $new })
event-downloaded = was sent “{ $what }”, version { $version }: { $new }
event-explained = said why version { $version } of “{ $what }” replaced the one before
event-reused = version { $version } of “{ $what }” is the paper of { $old }
event-earlier-given = recorded “{ $what }” of { $year }, version { $version }: { $was ->
    [0] {""}
   *[other] { $old } →{" "}
}{ $new }
event-earlier-withdrawn = took back “{ $what }” of { $year }: { $old }
event-due-moved = moved the inner date of “{ $what }”: { $old } → { $new }
event-due-restored = took back the move of “{ $what }”: { $old } → { $new }
event-word-said = { $count ->
    [1] will see to “{ $what }” today
   *[other] added a sentence for the boss on “{ $what }”
}
event-robot-added = added “{ $new }”
event-robot-changed = changed “{ $old }” → “{ $new }”
event-robot-removed = removed “{ $old }”
event-hour-set = the morning of “{ $what }”: { $old } → { $new }
event-language-set = the language in “{ $what }”: { $old } → { $new }
event-policy-set = changed what is reminded of
event-retention-set = papers are kept { $new } years (before: { $old })
event-hold-set = legal hold: no paper is deleted
event-hold-lifted = lifted the legal hold
event-erased = { $count ->
    [one] erased a person (1 event)
   *[other] erased a person ({ $count } events)
}
event-file-erased = { $count ->
    [one] erased 1 file
   *[other] erased { $count } files
}
nudge-wechat-sent = sent a message in WeChat
nudge-called-no-answer = called, no answer
nudge-called = called

# The fingerprint of each day
notice-trail-head = 🔒 The record stands at no. { $seq }. Keep this fingerprint: it proves that nothing was changed.
    <code>{ $head }</code>
notice-trail-heads = 🔒 The records of { $count ->
    [one] { $count } company
   *[other] { $count } companies
} have grown; the fingerprints are in the sheet. Keep it: it proves that nothing was changed.
heads-file = Fingerprints { $day }
heads-company = Company
heads-number = Record stands at no.
heads-head = Fingerprint
