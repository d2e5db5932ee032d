# Reminders: one message a morning for each person, three lines for a group, one a month for the boss
digest-case = <b>{ $company }</b> · { $licence }, report of { $year }
digest-day = 🔔 Reminder of { $day } · <i>No. { $ref }</i>
digest-repeated = 🔁 Maybe a second copy: the first (No. { $refs }) could not be confirmed.
digest-more = … and { $count } more, see “Mine”
digest-what = { $count ->
    [1] { $first }
   *[other] { $count } items, such as { $first }
}
digest-internal = { $days ->
    [0] 🟡 { $step }: internal date is <b>today</b>
    [1] ▫️ { $step }: internal { $day }, 1 day left
   *[other] ▫️ { $step }: internal { $day }, { $days } days left
}{ $count ->
    [0] {""}
   *[other] . From you: { $what }
}
digest-internal-past = 🔴 { $step }: internal { $day }, { $days ->
    [1] 1 day
   *[other] { $days } days
} past{ $count ->
    [0] {""}
   *[other] . From you: { $what }
}
digest-awaited = ⏳ { $step }: you wanted to wait until { $day }. Is it there now? From you: { $what }
digest-statutory = { $days ->
    [0] ⚖️ <b>Today is the last day by law</b> ({ $day }, until 24:00; the system may close earlier)
    [1] ⚖️ <b>Due by law</b> { $day }, <b>1</b> day left
   *[other] ⚖️ <b>Due by law</b> { $day }, <b>{ $days }</b> days left
}{ $missing ->
    [0] . Everything needed is there, but filing is not recorded yet
    [1] . 1 item missing
   *[other] . { $missing } items missing
}
digest-term = { $days ->
    [0] 📌 The authority wants it done <b>today</b> ({ $day })
    [1] 📌 The authority wants it done by { $day }, <b>1</b> day left
   *[other] 📌 The authority wants it done by { $day }, <b>{ $days }</b> days left
}{ $missing ->
    [0] . Everything needed is there, but filing is not recorded yet
    [1] . 1 item missing
   *[other] . { $missing } items missing
}
digest-statutory-yours = 　From you: { $what }
digest-statutory-step = { $days ->
    [0] ⚖️ { $step }: <b>due by law today</b>
    [1] ⚖️ { $step }: <b>due by law</b> { $day }, <b>1</b> day left
   *[other] ⚖️ { $step }: <b>due by law</b> { $day }, <b>{ $days }</b> days left
}{ $count ->
    [0] {""}
   *[other] . Missing: { $what }
}
digest-statutory-step-past = ⚖️ { $step }: <b>due by law</b> { $day }, <b>{ $days }</b> { $days ->
    [1] day
   *[other] days
} past{ $count ->
    [0] {""}
   *[other] . Missing: { $what }
}
digest-last-day = 👉 { $hours ->
    [1] Less than 1 hour
   *[other] Less than { $hours } hours
} until 24:00. Now: submit in the regulator's system, then record “filed”; the reminders stop at once.
digest-late = ⚖️ <b>Due by law</b> { $day }, <b>{ $days }</b> { $days ->
    [1] day
   *[other] days
} past, not filed yet{ $missing ->
    [0] . Everything needed is there
    [1] . 1 item missing
   *[other] . { $missing } items missing
}
digest-term-past = 📌 The authority wanted it done by { $day }, <b>{ $days }</b> { $days ->
    [1] day
   *[other] days
} past, filing is not recorded{ $missing ->
    [0] . Everything needed is there
    [1] . 1 item missing
   *[other] . { $missing } items missing
}
digest-late-yours = 👉 It still has to be filed: please hand in yours as soon as you can.
digest-last-day-yours = 👉 { $hours ->
    [1] Less than 1 hour
   *[other] Less than { $hours } hours
} until 24:00. Please hand in yours now.
digest-late-how = 👉 File late: if the system still takes it, submit there; if not, ask your local authority how. Then record “filed”; the reminders stop at once.
digest-returned = ↩️ Filed in time, since returned or changed: to be filed again{ $missing ->
    [0] . All that filing needs is there
    [1] . 1 item is missing
   *[other] . { $missing } items are missing
}
digest-returned-how = 👉 Correct it in the system and submit it again; if you cannot, ask the local authority. Then record “filed” once more and the reminders stop at once.
digest-returned-yours = 👉 It is to be filed again: please hand in yours of these soon.
digest-count-day = { $seats ->
    [1] 📸 <b>31 December is the day seats are counted</b>
   *[other] 📸 <b>31 December is the day figures are counted</b>
}{ $days ->
    [0] {" "}(today)
    [1] {" "}(in 1 day)
   *[other] {" "}(in { $days } days)
}: year-end figures of the report are those of that day
digest-count-keep = 👉 Keep from that day: a screenshot of the system, the roster, proof of insurance
digest-monthly = 🗓 Regulatory dashboard (the 5th of each month, this time { $day }): look at last month's figures; nothing else to do
digest-warning = { $tomorrow ->
    [1] ⏰ Tomorrow at { $hour } the boss will be told
   *[other] ⏰ On { $when } at { $hour } the boss will be told
}: { $step } { $begun ->
    [0] is not started
   *[other] is not done
}
digest-to-manager = 🙋 { $step }: internal { $day }, reminded several times, nothing moved.{ $count ->
    [0] {""}
   *[other] {" "}Missing: { $what } ({ $who })
}
digest-nobody-moves = 🔴 { $step }: internal { $day }, { $days ->
    [1] 1 day
   *[other] { $days } days
} past{ $count ->
    [0] {""}
   *[other] . Missing: { $what } ({ $who })
}
digest-to-boss = ⚖️ <b>Please look into it</b>: { $step } { $begun ->
    [0] is not started (internal { $day })
   *[other] is not done (internal { $day })
}. Due by law { $statutory }, { $left ->
    [1] 1 day
   *[other] { $left } days
} { $late ->
    [0] left
   *[other] past
}
digest-word = 💬 { $who }: { $note }
digest-month = { $late ->
    [0] 🟢 The report is on its way: { $percent }% done, { $left ->
        [1] 1 day
       *[other] { $left } days
    } to the date of the law, nothing for you to do
   *[other] 🔴 Not filed yet: { $left ->
        [1] 1 day
       *[other] { $left } days
    } past the date of the law, { $percent }% done
}
digest-month-risk = { $late ->
    [0] 🟠 { $step } is { $days ->
        [1] 1 day
       *[other] { $days } days
    } past. { $percent }% done, { $left ->
        [1] 1 day
       *[other] { $left } days
    } to the date of the law
   *[other] 🔴 Not filed yet: { $left ->
        [1] 1 day
       *[other] { $left } days
    } past the date of the law, { $percent }% done. { $step } is { $days ->
        [1] 1 day
       *[other] { $days } days
    } past
}
digest-instead = 　↪️ This is { $who }'s, who cannot be reached; therefore you hear of it

digest-many = <b>{ $count } companies</b> have reminders today
digest-of = <b>{ $company }</b> · { $line }

# Groups and robots
digest-group = <b>{ $company }</b>
digest-group-day = 🔔 { $day } · <i>No. { $ref }</i>
digest-group-step = { $days ->
    [0] 🟡 { $step }: due today
    [1] ▫️ { $step }: { $day }, 1 day left
   *[other] ▫️ { $step }: { $day }, { $days } days left
}, { $count } missing{ $told ->
    [0] {""}
   *[other] {" "}({ $told } told in private)
}
digest-group-past = 🔴 { $step }: due { $day }, { $days ->
    [1] 1 day
   *[other] { $days } days
} past, { $count } missing{ $told ->
    [0] {""}
   *[other] {" "}({ $told } told in private)
}
digest-untold = 👉 { $who }: { $what }
digest-of-report = <b>{ $year } { $licence }</b> · { $line }
digest-more-group = … and { $count } more
licence-numbered = { $licence } { $number }
digest-nobody-s = 👉 Nobody's yet: { $what }
digest-titles = { $titles }{ $rest ->
    [0] {""}
   *[other] {" "}and { $rest } more
}
digest-internal-matters = { $count ->
    [1] 1 internal matter
   *[other] { $count } internal matters
}
digest-subject = { $count ->
    [1] Annual report: { $company }
   *[other] Annual report: { $company } and others, { $count } in all
}
digest-how = To do it: open the report bot in Telegram; if you cannot, give the papers to { $who }, who can hand them in.
digest-how-alone = To do it: open the report bot in Telegram.
tap-handle = ✅ I do it today
tap-say-word = 💬 Add a word
tap-count-upload = 📎 Upload
tap-trial = 🧮 Try it
tap-later = ⏰ Later
tap-look-step = 📋 { $step }
tap-record-reported-of = 📨 Filed: { $company }
tap-hand-in-item = ▶️ Hand in: { $title }

# Later
later-of = { $others ->
    [0] <b>{ $company }</b>
   *[other] <b>{ $company }</b> and { $others } more
}
later-of-many = The { $count ->
    [one] <b>{ $count } company</b>
   *[other] <b>{ $count } companies</b>
} of this reminder
later-of-several = A reminder of <b>several companies</b>
later-ask = When shall I say it again? This once, and before it is due.
later-set = ⏰ Good, again at { $at }.
later-earlier = What is due sooner, at { $at }.
later-capped = That is the last moment before it is due; it cannot wait longer.
later-not-all = { $count ->
    [1] 1 thing
   *[other] { $count } things
} cannot wait longer than today.
later-not-read = I could not read a time. Try: 15:30, 3pm, tomorrow, Friday 10:00.
later-past = That time is past.
tap-later-hour = In 1 hour
tap-later-tonight = Tonight
tap-later-workday = Next working day
tap-later-other = ✏️ Another time
toast-nothing-later = ✅ All done, nothing left to remind of
toast-too-late = It cannot wait longer than today
ask-later-time = When shall I say it again? Send a time or a day, such as 15:30, tomorrow, Friday 10:00.
ask-said-word = Write a sentence (up to 200 characters); the boss will read it as it is:
said-handles = ✅ Good, you do it today; this time the boss is not told.
said-word = ✅ Noted, the boss will read it as it is: { $note }

# The trial
ask-count-before = How many seats in all on 31 December { $before }? Send a number, such as 400.
ask-count-now = How many seats in all (expected) on 31 December { $year }? Send a number, such as 280.
count-below-zero = Not kept: a count is not below 0.
trial-counts = Last year { $before ->
    [one] { $before } seat
   *[other] { $before } seats
}, this year { $now }: { $falls ->
    [1] −{ $percent }
   *[other] +{ $percent }
}
trial-reaches = ⚠️ That is a change of 30 % or more; the prudent way is to have an explanation ready:
trial-falls = 👉 Where the staff went, changes in insurance, samples of leaving agreements, screenshots before and after, the boss's signature; where seats are outsourced, the addendum
trial-rises = 👉 Explanation of the growth, lease, trunk contract, proof of hiring and insurance, and check what the licence covers
trial-below = ✅ Less than 30 %. It would be that at { $low ->
    [one] { $low } seat
   *[other] { $low } seats
} and below, or { $high } and above.
trial-basis = <i>The 30 % are what agencies say; no rule with them was found (unverified). A trial is not kept in the report.</i>
