# The day of filing: what is published, typing over, reading back, changing it again
tap-transcribe = 🖊 Type over
tap-forms = 🖊 All forms
tap-form = ‹ { $form }
tap-form-next = ▶️ { $line }
tap-form-skip = Next to fill ›
tap-form-item = 🔎 See or change this item
tap-form-saved = 💾 Saved in the system
tap-read-back = 🔍 Compare
tap-skip-reading = ⏭ Skip, go on
tap-copy = 📋 Copy
tap-copy-cell = 📋 { $column }
tap-copy-piece = 📋 Copy { $number }/{ $count }
tap-typed = ✅ Filled in
tap-deleted = ✅ Deleted there
tap-not-typed = ↩️ Not filled in yet
tap-undo-typed = ↩️ Undo: { $line }
tap-system-says = ⚠️ System error
tap-pledge = 📥 Paste the pledge
tap-pledge-other = 📥 Another text
tap-pledge-item = 🔎 Confirm it was typed
tap-publicity = 🌐 Publicity
tap-published = 👀 All that is published
tap-publish-no = Hide: { $title }
tap-publish-yes = Publish: { $title }
tap-publish-all-no = Hide all
tap-publish-all-yes = Publish all

publicity-seen = Everybody will see: { $figures }
publicity-figure = { $title } <b>{ $value }</b>
publicity-always = { $count ->
    [one] { $count } item is always published; there is no choice
   *[other] { $count } items are always published; there is no choice
}
publicity-asked = ▫️ { $title } { $value }: <b>{ $state }</b>
publicity-ask = Publish these? (The platform asks beside each.)
publicity-unsaid = not decided
publicity-yes = published
publicity-no = not published
published-title = { $count ->
    [one] The { $count } item everybody will see (to be compared once published):
   *[other] The { $count } items everybody will see (to be compared once published):
}
published-line = ▫️ { $title }: { $value }
comparing = { $count ->
    [one] { $count } item to compare: { $figures }
   *[other] { $count } items to compare, such as { $figures }
}

forms-not-ready = ⚠️ Still missing for filing: { $missing ->
    [one] { $missing } item
   *[other] { $missing } items
}, { $differing ->
    [one] { $differing } open finding
   *[other] { $differing } open findings
}. You can type over now and complete them before submitting
forms-ready = ✅ All that filing needs is there: form by form, in the platform's order
forms-reported = 📨 Filed. Changed a figure before the deadline? Change it in the system, then submit again
forms-frozen = 🔒 { $day } 24:00 is past: what was filed in time is frozen in the system
forms-troubles = System errors: { $refused } · changed, fill again: { $changed } · differ: { $otherwise }
forms-all-saved = 🎉 All forms are filled in and saved. Press “submit” in the system (it checks between forms), then record it as filed
forms-rest = ▫️ { $count ->
    [1] One line has nothing to type yet; the system wants every one: add it, or say it does not apply
   *[other] { $count } lines have nothing to type yet; the system wants every one: add them, or say they do not apply
}
tap-form-rest = ▫️ { $line }
form-line = { $mark } { $number }. { $title } { $done }/{ $total }
form-left-out = ➖ { $number }. { $title }: { $why }
form-mark-missing = ▫️
form-mark-open = ⬜
form-mark-begun = 🔵
form-mark-changed = 🔁
form-mark-refused = ⚠️
form-mark-otherwise = ❗
form-mark-typed = ✔️
form-mark-unsaved = 💾
form-mark-saved = ✅

form-heading = <b>{ $title }</b> filled in { $done }/{ $total }
form-value-line = { $mark } { $line } { $value }
form-tap = { $mark } { $line }
form-save-now = 💾 All filled in: press “save” in the system (it checks), then press below
form-saved = ✅ Saved in the system
form-missing = { $count ->
    [1] ▫️ 1 line has no value yet; the system wants them all
   *[other] ▫️ { $count } lines have no value yet; the system wants them all
}
form-refused = { $count ->
    [1] ⚠️ 1 system error is not settled yet
   *[other] ⚠️ { $count } system errors are not settled yet
}
form-order = <i>Fields and their order are our own; the platform decides</i>

form-line-title = { $row ->
    [0] { $title }
   *[other] { $title }, row { $row }
}
form-line-heading = <b>{ $line }</b>
    { $form } { $done }/{ $total }
form-value = Fill in: { $value }
form-cell = ▫️ { $column }: { $value }
form-copied = <code>{ $text }</code>
form-in-unit = { $value } (in { $unit })
form-cells-more = { $count ->
    [one] { $count } more cell: see the copy buttons
   *[other] { $count } more cells: see the copy buttons
}
form-line-files = Upload: { $files }
form-line-missing = ▫️ No value yet: answer this item first
form-pledge-missing = ▫️ The pledge is typed word for word, punctuation included. Copy the whole text from the platform and paste it here; I give it back exactly
form-line-gone = 🔁 This row is gone: delete it in the system
form-line-refused = ⚠️ System error ({ $who } { $at }): { $text }
form-line-otherwise = ❗ When compared, the system held: { $text }
# Options are typed in Chinese, which this reader may not read.
form-line-changed = { $options ->
    [1] 🔁 <b>Changed, fill in again.</b>
   *[other] 🔁 <b>Changed, fill in again.</b> Filled in before: { $old }
}
form-line-estimate = 🔶 This is an estimate
form-line-tick = 🌐 Publish: <b>{ $state }</b>
form-line-red = Above one billion yuan: the system shows it in red and takes it
form-line-typed = ✔️ { $who } { $at } filled in

system-errors = { $count ->
    [1] ⚠️ 1 system error is not settled (it does not hold up filing)
   *[other] ⚠️ { $count } system errors are not settled (they do not hold up filing)
}
tap-system-error = ⚠️ System error: { $line }
notice-system-refused = ⚠️ While { $who } typed over, the system refused “{ $line }”: { $text }. It ends once the value is corrected or filled in.
notice-system-refused-inside = ⚠️ While { $who } typed over, the system refused 1 internal matter. It ends once the value is corrected or filled in.

ask-system = What did the system say about “{ $line }”? Send its words: they stay with this line until the value is corrected or filled in.
ask-pledge = Paste the whole pledge from the platform (leave punctuation and spaces as they are):
ask-saved = Compare “{ $title }”? Paste what the system saved, one a line, such as “Operating revenue 1860.5”; a table as it is.
said-form-saved = ✅ “{ $title }” is saved
said-system = { $told ->
    [0] ⚠️ Noted: it stays until the value is corrected or filled in
    [1] ⚠️ Noted: it stays until the value is corrected or filled in; 1 person is told
   *[other] ⚠️ Noted: it stays until the value is corrected or filled in; { $told } people are told
}
said-pledge = { $count ->
    [one] 📥 Kept, { $count } character, not changed
   *[other] 📥 Kept, { $count } characters, none changed
}
nothing-read-back = No value of this form was recognised.
words-skip = skip|no|no thanks|never mind
read-back = 🔍 “{ $title }”: { $same ->
    [one] { $same } agrees
   *[other] { $same } agree
}, { $others ->
    [one] <b>{ $others }</b> differs
   *[other] <b>{ $others }</b> differ
}
read-back-other = ❗ { $line }: the system holds { $held }, it should be <b>{ $ours }</b>
read-back-more = { $count ->
   *[other] { $count } more differ
}
read-back-strange = Not recognised: { $names }
read-back-unread = { $count ->
    [1] 1 line was not read and counts as not compared
   *[other] { $count } lines were not read and count as not compared
}{ $named ->
    [0] {""}
   *[other] : { $names }
}{ $more ->
    [0] {""}
   *[other] {" "}and more
}
forms-changed = { $count ->
    [1] ♻️ <b>1</b> line changed since it was filed; fill in only this:
   *[other] ♻️ <b>{ $count }</b> lines changed since it was filed; fill in only these:
}
forms-changed-more = { $count ->
   *[other] { $count } more
}
forms-signatures = ✍️ What was signed has changed: { $count ->
    [one] 1 signature is
   *[other] { $count } signatures are
} wanted again
forms-unchanged = Nothing was changed here since it was filed: change here what you changed in the system; once submitted again, record it as filed
forms-typed-again = ✅ All that changed is filled in again. Save and submit in the system, then record it as filed
forms-old-there = { $count ->
    [1] 🔁 1 value changed here since it was filed; the system still holds the old one: record the change first
   *[other] 🔁 { $count } values changed here since it was filed; the system still holds the old ones: record the change first
}
form-change = 🔁 { $line }: { $old } → <b>{ $new }</b>
toast-typed-before = It was filled in before
toast-not-typed-before = It is not marked as filled in
toast-saved-before = It was recorded as saved before
toast-chosen-before = It is chosen that way already
undone-system = the system error of “{ $what }”
undone-saved = “{ $what }” saved
undone-reading = the comparison of “{ $what }”
undone-publicity = { $count ->
    [1] whether “{ $what }” is published
   *[other] whether { $count } figures are published
}
undone-link = what “{ $what }” is about
toast-line-changed = The value has just changed: fill in the present one
toast-form-changed = A value has just changed: fill it in before saving

event-typed-over = { $version ->
    [0] filled in on the platform: “{ $what }”
   *[other] filled in on the platform: “{ $what }”, row { $version }
}
event-not-typed-over = not filled in after all: “{ $what }”
event-system-refused = system error: “{ $what }”
event-system-withdrawn = took back the system error of “{ $what }”
event-form-saved = saved on the platform: “{ $what }”
event-form-not-saved = took it back, not saved on the platform yet: “{ $what }”
event-read-back = compared “{ $what }”: { $count ->
    [one] { $count } differs
   *[other] { $count } differ
}
event-reading-withdrawn = took back the comparison of “{ $what }”
event-saved-otherwise = compared, other there: “{ $what }” is { $new }
event-pledge-kept = kept the text of the pledge
event-pledge-restored = took it back, the text of the pledge is the former one
event-publicity-chosen = publish “{ $what }”: { $new }
event-publicity-restored = took it back, publish “{ $what }” still is: { $new }
