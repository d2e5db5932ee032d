# What stands on cards. The first line is always the company.
case-heading = <b>{ $company }</b>
    { $licence } · report for { $year }
somebody = a former member

# Progress
verdict-ready = ✅ <b>Ready to file</b>: everything filing needs is here
verdict-missing = ⛔ <b>Not ready: { $n ->
        [one] 1 item
       *[other] { $n } items
    } missing</b>
verdict-open = ⛔ <b>Not ready: { $missing } missing</b>
verdict-not-open = ⛔ <b>Not ready: { $missing } missing</b>
verdict-pledged = ✍️ Pledge signed, { $missing } still missing
verdict-drafting = ✍️ Being filled in on the platform, { $missing } still missing
verdict-saved = 💾 All forms saved, <b>not submitted yet</b>, { $missing } still missing
verdict-reported = 📨 <b>Filed</b> { $day }. It can be changed on the platform until the last day ends
verdict-locked = 📨 <b>Filed</b> { $day }; the data are frozen
verdict-published = 📢 Filed and published
verdict-reopened = ♻️ <b>Changed on the platform: submit again</b>, { $missing } still missing
verdict-returned = ↩️ <b>Returned: correct it and submit again</b>, { $missing } still missing
verdict-overdue = 🔴 <b>The statutory date has passed, not filed</b>: file soon, { $missing } still missing
verdict-ordered = 🔴 <b>Ordered to file late</b>, { $missing } still missing
verdict-reported-late = 📨 <b>Filed late</b> { $day }
verdict-bad-listed = 🔴 <b>On the bad list</b>: do the duty, then ask to be removed
verdict-duty-done = 🟡 Duty done, waiting for removal from the bad list
verdict-delisted = ✅ Removed from the bad list
statutory-left = { $days ->
    [0] ⚖️ <b>The statutory date is today</b> ({ $day }, until 24:00; the platform may close earlier)
    [one] ⚖️ Statutory date { $day }, <b>1</b> day left
   *[other] ⚖️ Statutory date { $day }, <b>{ $days }</b> days left
}
statutory-past = ⚖️ Statutory date { $day }, passed <b>{ $days }</b> { $days ->
    [one] day
   *[other] days
} ago
statutory-kept = ⚖️ Statutory date { $day }
term-left = { $days ->
    [0] 📌 The authority wants it done <b>today</b> ({ $due })
    [one] 📌 The authority wants it done by { $due }, <b>1</b> day left
   *[other] 📌 The authority wants it done by { $due }, <b>{ $days }</b> days left
}
term-past = 📌 The authority wanted it done by { $due }, <b>{ $days }</b> { $days ->
    [one] day
   *[other] days
} ago
progress-done = Done { $done }/{ $total } ({ $percent } %)
progress-unsure = { $waiting ->
    [0] Among them { $estimates } estimated (not counted as done)
   *[other] { $estimates ->
        [0] Among them { $waiting } waiting (not counted as done)
       *[other] Among them { $estimates } estimated, { $waiting } waiting (not counted as done)
    }
}
step-overdue = 🔴 { $step }: internal date { $day }, { $days ->
    [one] 1 day
   *[other] { $days } days
} over ({ $done }/{ $total })
step-overdue-statutory = 🔴 { $step }: <b>statutory date</b> { $day }, { $days ->
    [one] 1 day
   *[other] { $days } days
} over ({ $done }/{ $total })
overdue-more = 🔴 { $count ->
    [one] { $count } more step
   *[other] { $count } more steps
} overdue
step-coming = { $days ->
    [0] ▫️ { $step }: today ({ $done }/{ $total })
    [one] ▫️ { $step }: { $day }, tomorrow ({ $done }/{ $total })
   *[other] ▫️ { $step }: { $day }, in { $days } days ({ $done }/{ $total })
}
late-start = 🕙 Late start: { $workdays ->
    [one] { $workdays } working day
   *[other] { $workdays } working days
} left (today included); the steps were compressed
dates-provisional = <i>Dates are provisional: the holiday notice for { $year } is not out yet</i>

# Steps
step-name = Step { $number } { $title }
step-line = { $mark } { $due } · { $step } { $done }/{ $total }
step-heading = { $mark } <b>{ $step }</b> { $done }/{ $total }
    { $due }
due-internal = internal { $day }
due-provisional = internal { $day }, provisional
due-statutory = statutory { $day }
due-both = internal { $day } · statutory { $statutory }
due-day-off = { $nominal } is off, internal { $day }
due-break = { $nominal } follows a long break, internal { $day }
due-none = no date
step-basis = { $standing }
step-basis-source = { $standing } ({ $source })
step-depends = ⚠️ Not done yet before it: { $step } (you may go on all the same)
step-done-when = Done when: { $text }
step-empty = Nothing to hand in here; just have a look when it comes.
dropped-line = ✂️ { $title }: { $why }
mark-done = ✅
mark-overdue = 🔴
mark-started = 🔵
mark-open = ⬜
mark-waiting = ⏳
mark-estimated = 🔶
mark-not-applicable = ➖
task-label = { $mark } { $title }

# Basis
standing-official = Basis: official
standing-practice = Basis: practice, check with your bureau
standing-practice-named = Basis: not official
standing-internal = Basis: internal
standing-unverified = Basis: unverified

# Items
item-title = <b>{ $title }</b>
    { $step } · { $due }
item-hint = { $text }
item-empty = Now: nothing yet
item-given = Now: <b>{ $what }</b>
    <i>version { $version } · { $who } · { $at }</i>
item-basis = { $standing } · asked of: { $departments }
item-basis-evidence = { $standing } · asked of: { $departments } · proof: { $evidence }
item-more = <b>{ $title }</b>
    What about this item?
how-file = 👉 Send the file or photo right here (several at once are fine)
how-confirm = 👉 Check it, then press the button below
how-sign = 👉 Press “Signed” and give the signer's name, or send a scan
how-integer = 👉 Send the number ({ $unit }), such as 280 or 1,200
how-decimal = 👉 Send the number ({ $unit }), at most { $decimals ->
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
}
how-money = 👉 Send the amount in 万元 (10,000 CNY), such as 1860.5, or 18600000 yuan
how-percent = 👉 Send the percentage, such as 48%
how-date = 👉 Send the date, such as 2027-03-31
how-text = 👉 Send the text
how-phone = 👉 Send the number, such as 010-12345678, a 400 or a 95 number
how-mobile = 👉 Send the 11-digit mobile number
how-choice = 👉 Press an option, or type its name
how-choices = 👉 Tick the options, then press “Done”; or type their names with commas
how-table = 👉 One row a line, columns separated by commas: { $columns }
    　Or press “Send me the sheet”, fill it in and send it back; if there is none, press “None”
how-form = 👉 { $count ->
        [1] Send one line
       *[other] Send one line, separated by commas
    }: { $columns }
    　Then send the files that prove it
value-with-unit = { $number } { $number ->
        [1] { $unit ->
            [times] time
            [seats] seat
            [cases] case
            [calls] call
            [lines] line
            [days] day
            [sessions] session
            [ports] port
            [users] user
            [minutes] minute
           *[other] { $unit }
        }
       *[other] { $unit }
    }
value-rows = { $count ->
    [one] { $first }
   *[other] { $count } rows: { $first } …
}
value-none = none
value-empty = —
list-comma = {", "}
given-files = { $count ->
    [one] 📎 { $name }
   *[other] 📎 { $name } and others, { $count } files
}
given-estimate = { $value } (estimate)
given-confirmed = confirmed ({ $name })
given-waiting = waiting until { $day }
given-not-applicable = not applicable ({ $reason })
history-title = Versions of <b>{ $title }</b>, newest first
history-line = v{ $version }: { $what } · { $who } · { $at }
history-withdrawn = <s>v{ $version }: { $what }</s> undone · { $who }
option-picked = ☑️ { $title }

# After handing in
said-done = ✅ { $title }: <b>{ $what }</b> (version { $version })
said-half = 🔵 { $title }: <b>{ $what }</b> (version { $version })
said-estimate = 🔶 { $title }: <b>{ $what }</b>, kept, still counted as open
said-waiting = ⏳ { $title }: <b>{ $what }</b>
said-withdrawn = ↩️ Undone: version { $version } of “{ $title }”
file-checked = { $name }, { $size }. Only the format was checked; seal and legibility need a person's eye
form-wants-files = 👉 The files that prove it are still missing: send them here
form-wants-line = 👉 The files are here, the line of text is still missing: “Change” shows how to write it
step-left = { $count ->
    [one] 1 more item in this step
   *[other] { $count } more items in this step
}
step-all-done = 🎉 This step is complete
not-kept = ❗ { $why }
    <i>Nothing was recorded; what was there is unchanged.</i>
answer-wanted = This item wants a text or a number, not a file. To hand in a file, press “Hand in”.
file-wanted = This item wants a file or a photo; please send it right here.
thanks-no-answer = “OK” or “thanks” is not taken as an answer. To fill it in, please send the value.
unsure = { $title }: { $why }
estimate-ask = Please send the estimate for “{ $title }”. It stays marked and does not count as done.

# One by one
fill-count = One by one: { $left } left of { $total }
fill-lead = { $lead }
    { $counted }
fill-finished = 🎉 All fields are filled in
fill-left = That was the round; { $count } are skipped, estimated or waiting. /fill comes back to them any time.

# Mine, and handing in
todo-empty = Nothing is waiting for you now 👍
todo-heading = <b>{ $company }</b>
    { $count } waiting for you, soonest first:
todo-heading-many = { $count } waiting for you, soonest first:
todo-line = ▫️ { $title } · { $due }, { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}
todo-line-overdue = 🔴 { $title } · { $due }, { $days ->
    [one] 1 day
   *[other] { $days } days
} over
todo-line-of = { $line } · { $company }
todo-resting = ⚠️ Companies that rest because their data cannot be read: { $names }. See “Companies”.
todo-line-undated = ▫️ { $title }
upload-ask = Which paper? Press it, then send the file.
loose-ask = { $count ->
    [one] Got “{ $name }”. Which item is it for? (best guess first)
   *[other] Got “{ $name }” and others, { $count } files. Which item are they for? (best guess first)
}
loose-unread = ❗ Not read as a sheet: { $why } If it is a paper, tap the item it belongs to.
file-no-season = The file was not kept: you have no report under way. Open a company first, then send it again.
file-after-new = The file was not kept: please finish the question below (or press “Cancel”), then send it again.

# Filing
filing-state = Filing: <b>{ $state }</b>
filing-line = · { $day } { $fact } ({ $who })
filing-line-due = · { $day } { $fact }, wanted by { $due } ({ $who })
filing-ask = What has happened? Press it to record it (what has happened can always be recorded):
filing-when = When was “{ $fact }”? Press a day or send a date (such as 12 March):
filing-term = By when does “{ $fact }” ask for it? Send a date, or press the button:
said-filing = ✅ Recorded: { $fact }, { $day }
reported = 📨 Recorded: <b>filed</b>, { $day }. Statutory reminders end here.
reported-late = 📨 Recorded: <b>filed</b>, { $day } (after the statutory date: a late report).
reported-still-owed = { $count ->
    [one] 1 item of the list is
   *[other] { $count } items of the list are
} still open; that does not change “filed”, they stay on the list.
reported-proof = Please send the screenshot that shows 已报 (filed) as proof.
state-not-open = not open yet
state-open = open, not started
state-pledged = pledge signed
state-drafting = being filled in
state-saved = all forms saved, not submitted
state-reported = filed
state-reopened = changed on the platform, not submitted again
state-returned = returned
state-locked = filed, data frozen
state-published = published
state-overdue = overdue, not filed
state-ordered = ordered to file late
state-reported-late = filed late
state-bad-listed = on the bad list
state-duty-done = duty done, waiting for removal
state-delisted = removed from the bad list
fact-opened = The platform is open
fact-pledged = Pledge signed
fact-drafted = Filling in (draft)
fact-saved = All forms saved
fact-reported = Filed (已报)
fact-reopened = Changed on the platform again
fact-ordered = Ordered to file late
fact-returned = Returned for correction
fact-published = Published
fact-bad-listed = Put on the bad list
fact-duty-done = Duty done
fact-delisted = Removed from the bad list

# Requests to departments
department-it = IT
department-hr = HR
department-ops = Operations
department-fin = Finance
department-leg = Legal
department-aud = Audit
requests-intro = Requests for each department; press “Copy” and paste them into your chat:
requests-none = This department owes nothing 👍
request-line = ▫️ { $department }: { $count }, wanted by { $due }
request-line-undated = ▫️ { $department }: { $count }
request-text = [{ $company } · telecom annual report { $year }] Dear { $department }, please provide { $count ->
    [one] 1 item
   *[other] { $count } items
}{ $dated ->
    [0] {""}
   *[other] , the first by { $due }
}: { $titles }{ $more ->
    [0] {""}
   *[other] , and { $more } more on the list
}. Thank you!
request-block = <pre>{ $text }</pre>

# Companies
companies-none = You have no company yet.
companies-ask = Your companies ({ $count }):
company-archived = 🗄 { $name }
company-heading = <b>{ $company }</b>
    { $uscc }
company-no-season = No report yet.
season-line = { $year } · { $licence } { $number }
season-archived = 🗄 { $year } · { $licence } { $number }
case-facts = Licence number: { $number }
    Coverage: { $coverage } · scope: { $profile }
    Opened { $opened }
coverage-nationwide = Nationwide
damaged-copy = { $count ->
    [0] The last good copy is complete. Go on with it?
    [one] The last good copy lacks the last step, to be done again:
   *[other] The last good copy lacks the last { $count } steps, to be done again:
}
damaged-other = another step
damaged-no-copy = There is no good copy to go on from; please ask the operator to restore a backup.
damaged-missing = · { $subject }: { $new }
said-adopted = { $count ->
    [0] ✅ Going on with the good copy; it is complete. The damaged file is kept aside.
    [one] ✅ Going on with the good copy; the damaged file is kept aside. Please do the last step again.
   *[other] ✅ Going on with the good copy; the damaged file is kept aside. Please do the last { $count } steps again.
}
said-corrected = ✅ Corrected
said-company-active = ✅ Restored
said-company-archived = 🗄 “{ $name }” is archived; it can be restored any time
company-remove-ask = Remove this company? Nothing has been handed in yet; once removed it does not come back.
case-remove-ask = Remove the report of { $year } ({ $licence })? Nothing has been handed in yet; once removed it does not come back.
said-company-removed = 🗑 “{ $name }” is removed
said-case-active = ✅ Restored
said-case-archived = 🗄 Archived; it can be restored any time
said-case-removed = 🗑 Removed
said-restored = Restored
said-tailored = ✅ Done
said-undone = ↩️ Undone: { $what }
