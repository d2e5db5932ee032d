# Plain words: the buttons where we are not sure, and "what is missing".
plain-unsure = I am not sure what you mean. Is it one of these?
plain-which = Which one is it?
missing-line = ▫️ { $title } · { $due } · { $who }
missing-line-overdue = 🔴 { $title } · { $due } · { $who }
missing-nobody = nobody
offer-status = 📊 Progress
offer-check = 🔎 Pre-check
offer-missing = 🧩 What is missing
offer-mine = 🙋 My items
offer-owing = 📨 Who owes what
offer-next = ⏭ Next deadline
offer-steps = 📋 All steps
offer-hand-in = 📎 Hand in a paper
offer-fill = ✏️ Fill in one by one
offer-undo = ↩️ Undo the last step
offer-cancel = ✖️ Stop asking
offer-help = ❓ Help
offer-greeting = 👋 Hello
offer-more = ☰ More
offer-language = 🌐 Language
offer-new = ➕ New company
offer-team = 👥 Team
offer-invite = ✉️ Invite somebody
offer-remind = ⏰ Reminder settings
offer-calendar = 📅 Calendar
offer-due = 🗓 Move a date
offer-record = 🧾 Record of changes
offer-board = 📌 Group board
offer-bind = 👥 Bind a group
offer-assign = 👤 Give an item to somebody

offer-reported = 📨 Record “filed”
offer-quiet = 🔕 Fewer reminders
offer-authority = 🏛 The authority got in touch
offer-score = 🧮 Simulated score (not official)
offer-sign = ✍️ Signatures
offer-papers = 📄 Papers
offer-transcribe = 🖊 Type over
offer-years = 📊 Three years

plain-reported-sure = Record this report as filed on { $day }? Its statutory reminders stop then.
plain-reported-which = On which day was it filed? Its statutory reminders stop then.
tap-reported-on = ✅ Filed on { $day }
tap-other-day = Another day
tap-not-that = No, not that

plain-waiting-sure = “{ $title }” waits and is asked for again on { $day }? Until then it still counts as owed.
plain-waiting-which = It waits and is asked for again on { $day }. Which one is it?
plain-waiting-day = “{ $title }” waits. Which day is it?
plain-waiting-not = No, show me the item
tap-wait-on = ⏳ Yes, ask again { $day }

plain-take-sure = { $department } still owes { $count ->
    [one] one item
   *[other] { $count } items
}. Will you hand in all of it?
plain-take-nothing = { $department } owes nothing that is not yours already.
tap-take-all = 🙋 All { $count } are mine
plain-taken = ✅ { $count ->
    [one] One item of { $department } is yours now.
   *[other] { $count } items of { $department } are yours now.
}

plain-left = Whose work is handed over? What was handed in stays, so does the record.
tap-hand-over-of = 🔀 Hand over all of { $name }
tap-strike-off = ✖️ Strike off { $name }

plain-quiet = I can keep only the reminders of statutory dates. Those cannot be turned off until the report is recorded as filed.
plain-authority = 🏛 The authority got in touch. Written down it is not forgotten: the boss is told, and there are reminders before its date.

question-title = <b>{ $title }</b>
question-basis = { $standing }
question-basis-source = { $standing } · { $source }
offer-question = 📖 { $title }

values-typed = what you typed

group-in-private = Here I only tell the progress of { $company }; for anything else please write to me in private.
tap-in-private = 💬 In private

plain-handles = Does that mean you will see to “{ $step }” today? Then the boss is not told this time.
