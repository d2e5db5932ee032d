# Colleagues without Telegram: what to send to whom, and who was reminded
colleague-name = { $name } ({ $departments })
request-nudged = { $line } · { $nudge }
request-line-nothing = ▫️ { $name }: nothing
request-for = 📨 For { $name }
request-nothing = Nothing is wanted of them now 👍
request-text-person = [{ $company } · telecom annual report { $year }] Dear { $name }, please provide { $count ->
    [one] 1 item
   *[other] { $count } items
}{ $dated ->
    [0] {""}
   *[other] , the first by { $due }
}: { $titles }{ $more ->
    [0] {""}
   *[other] , and { $more } more on the list
}. Thank you!
nudged-wechat-sent = asked in WeChat { $day }, { $time }
nudged-called-no-answer = called { $day }, { $time }: no answer
nudged-called = reached by phone { $day }, { $time }
tap-nudge-wechat-sent = 💬 Asked
tap-nudge-no-answer = 📵 No answer
tap-nudge-called = 📞 Reached
toast-nudged = Noted, with the time
toast-nudged-already = Noted a moment ago
tap-people-asked = 👥 By person
tap-people-back = ‹ By person
people-asked = What each owes; press a name for the text to send:
people-asked-none = Nobody has items of their own, and no colleague without Telegram is noted yet.
tap-add-colleague = ➕ Add a colleague without Telegram
tap-remove-colleague = ✂️ Remove
ask-colleague-name = What is this colleague called? Send a name.
ask-colleague-departments = Which departments does { $name } answer for? Tick them, then press Done.
said-colleague-added = ✅ { $name } is added. Copy the text below into WeChat.
said-colleague-removed = ✂️ { $name } is removed; what was handed in for them stays.

# The sheet of a department or a person
sheet-item = Item
sheet-wants = What is asked
sheet-answer = Answer
sheet-remark = Remark
sheet-answer-hint = as asked on the left; leave empty what you do not have
items-sheet-name = { $company } { $who }.xlsx
items-sheet-title = { $who } report for { $year }
items-sheet-caption = The sheet of { $who }, { $count ->
    [one] 1 item
   *[other] { $count } items
}. Have it filled and send it back to me; I read it to you before anything is recorded.
toast-nothing-for-a-sheet = Nothing can be filled in on a sheet
wants-file = please send the file
wants-hinted = { $told }. { $hint }
wants-date = a date, such as 2027-03-31
wants-text = text, at most { $longest } characters
wants-phone = a phone number
wants-mobile = a mobile number of 11 digits
wants-choice = one of: { $options }
wants-choices = one or more, parted by commas: { $options }
wants-table = this item has a sheet of its own; ask whoever sent you this one
wants-money = an amount in 万元 (10,000 CNY)
wants-percent = a percentage, such as 48%
wants-integer = a whole number of: { $unit }
wants-decimal = a number of: { $unit }; at most { $decimals ->
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
}
wants-between = { $told }; { $low } to { $high }
wants-least = { $told }; at least { $low }
wants-most = { $told }; at most { $high }

# A filled sheet comes back
sheet-read = 📄 { $name }: { $count } read; { $good } to record, { $unclear } unclear, { $already } there already
sheet-read-all = 📄 { $name }: { $count } read, all can be recorded
sheet-not-filled = 📄 Nothing is filled in yet in { $name }. Please fill the column “Answer” and send it again.
sheet-giver-ask = Who gave you this? Press one, or send a name.
tap-giver-skip = Nobody in particular
sheet-given-by = 🤝 Given by { $name }, handed in by you
sheet-answer-line = ▫️ { $title }: { $value }
sheet-answer-changed = ▫️ { $title }: { $value } (before: { $old })
sheet-answer-large = { $line } ⚠️ very large, please check
sheet-answer-remark = { $line } · remark: { $remark }
sheet-unclear = ❓ { $title }: { $why }
row-twice = stands there twice; the first one counts
row-two-items = several items have this name; please open the one you mean
row-no-answer = cannot be filled in on a sheet; please open the item
row-unsure = can be read as { $readings }; please write the unit or the year
tap-sheet-take = ✅ Record all ({ $count })
tap-sheet-drop = Not now
sheet-dropped = All right, { $name } is not recorded; send it again when you want it.
sheet-none-taken = Nothing is left to record: it stands so already, or it cannot be recorded.
sheet-taken = ✅ Recorded: { $count }
sheet-taken-for = ✅ Recorded: { $count } (given by { $name }, handed in by you)
sheet-not-read = ❓ Not understood, not recorded ({ $count }): { $cells }{ $more ->
    [0] {""}
   *[other] {" "}and more
}. Correct them and send it again
sheet-left-out = ❗ { $title }: { $why }
sheet-undo-hint = To take one back, open it; “Undo all” takes back the whole sheet.
tap-sheet-undo = ↩️ Undo all ({ $count })
sheet-taken-back = ↩️ Took back { $count }{ $kept ->
    [0] {""}
   *[other] ; { $kept } more were changed or accepted since and stay
}
toast-sheet-stands-no-more = Nothing of this sheet is left to undo
item-gone = an item that was dropped
sheets-wait = This one first; sheets waiting before the newest: { $count }
sheets-enough = Too many sheets are waiting. Please settle this one, then send the last one again.
file-after-sheet = { $name } waits until this sheet is settled; then I ask which item it is for.
toast-sheet-gone = This sheet is settled or was put aside; send it again to record it
