# What is said when something is refused: every sentence says what to do next.
error-no-such-company = I cannot find that company; it may have been removed. /status shows yours.
error-no-such-season = I cannot find that report; it may have been removed. /status shows yours.
error-no-such-item = That item is not on the list (maybe it was left out). /list shows all steps.
error-no-such-step = That step is not on the list (maybe it was left out). /list shows all steps.
error-no-such-profile = That scope is no longer offered; please choose again.
error-not-allowed = You may not do this for this company; please ask its compliance manager.
error-company-damaged = ⚠️ The data file of <b>{ $name }</b> cannot be read. It rests; the file is kept untouched. Other companies go on.
error-not-saved = It was not saved (the disk refused); what was there before is unchanged. Please send it again in a while; if it keeps failing, tell the operator.
error-item-changed = This item has just got a newer version. Here it is; please look again.
error-already-given = It is like that already; nothing was recorded twice.
error-wrong-kind = This item is not handed in like that; see “how” on its card.
error-out-of-range = { $bounds ->
    [between] Out of range: it must be between { $low } and { $high }. Please check and send it again.
    [least] Too small: it cannot be less than { $low }. Please check and send it again.
   *[most] Too large: it cannot be more than { $high }. Please check and send it again.
}
error-not-whole = { $decimals ->
    [0] A whole number is needed; please send it without decimals.
    [one] At most { $decimals } decimal; please round it and send it again.
   *[other] At most { $decimals } decimals; please round it and send it again.
}
error-bad-table = “{ $column }” adds up to { $total } but should be { $wanted }. Please check and send the whole table again.
error-not-a-minute = Day and minute are needed, such as 2026-06-03 08:30.
error-out-of-order = Row { $row }: “{ $column }” lies before “{ $first }”. Please check and send the whole table again.
error-credit-code = { $why ->
    [length] A unified social credit code has 18 characters, yours has { $length }. Please compare with the business licence.
    [sign] The code holds a character that codes do not use: “{ $sign }” (no I, O, S, V, Z; the first 8 are digits). Please compare with the business licence.
   *[check] The check digit does not fit: most likely one character was copied wrong. Please compare with the business licence.
}
error-in-the-future = That day has not come yet. Only what has happened can be recorded; for a plan use “wait until”.
error-day-gone = That day is past already. Please say today or a later day.
error-nothing-to-undo = Nothing to undo: you did nothing lately, or something newer stands on it.
error-not-empty = Something was handed in already, so it cannot be removed as a mistake. You can archive it and restore it any time.
error-reason-needed = Please give the reason or the name in a few words; it cannot be empty.
error-archived = It is archived and cannot be changed. Restore it under “Companies” first.
error-too-long = Too long: { $longest } characters at most. Please shorten it and send it again.
error-no-such-option = There is no such option; please use the buttons on the card.
error-cell-missing = Row { $row }: “{ $column }” is empty. Please fill it in and send the whole table again.

# Numbers, money, percent, phones
trouble-empty = I see nothing there; please send it again.
trouble-minute = day and minute are needed, such as 2026-06-03 08:30
trouble-too-long = That is too long; please send only the value.
trouble-not-a-number = { $unit ->
    [none] A number is needed here, such as 280.
   *[other] A number is needed here (unit: { $unit }), such as 280.
}
trouble-vague = Please give the exact number, not “about” or “some”. If you do not have it yet, use “Estimate” under “More”.
trouble-bad-separators = The thousands separators are misplaced (as in 1,2,00). Please write 1200 or 1,200.
trouble-unit-mismatch = The unit does not fit; here it is { $unit }. Please convert it and send only the value.
trouble-word-for-nothing = “None” can mean two things: send 0 if it is zero; if it does not apply, use “Not applicable” under “More”.
trouble-not-a-phone = That does not look like a phone number. A mobile 13812345678, a landline 010-12345678, a 400 or a 95 number will do.
trouble-not-a-mobile = An 11-digit mobile number is needed, such as 13812345678.
unsure-share-or-percent = this number can be read in two ways:
unsure-yuan-or-wan = the unit is not certain; it can be read in two ways:
unsure-date = This date can be read in more than one way; please choose:
cell-options = there is no such option. You can write: { $options }
choice-not-understood = There is no such option. Please use the buttons, or type their words (several: separated by commas).

# Dates
date-empty = I see no date; please send it again.
date-too-long = That is too long; please send only the date, such as 2027-03-31.
date-no-such-day = There is no such day; please check. For example 2027-03-31 or 31 March.
date-not-understood = I do not understand that date. For example 2027-03-31, 31 March, next Friday.
date-past = That day is past; a day from today on is needed.
date-future = That day has not come; a day that has passed is needed, such as yesterday or 12 March.
date-vague = Please give the exact day, such as 31 March, not “around”.
date-incomplete = Please write year, month and day, such as 2027-03-31.
date-weekday-mismatch = The date and the weekday do not agree; please check and send it again.

# Tables
sheet-too-big = The sheet is too big: at most 2001 rows (headings included), 30 columns, 500 characters a cell. Please keep only what is needed.
sheet-has-macros = The sheet holds macros and was not read, for safety. Please save it as .xlsx without macros.
sheet-has-links = The sheet links to other workbooks or data outside, so its figures may be old; it was not read. Break the links under Data → Edit Links (or paste as values) and send it again.
sheet-encrypted = The sheet has a password and cannot be read. Please remove it and send it again.
sheet-broken = The sheet cannot be read; maybe it is incomplete or of an unusual format. Please save it as .xlsx and send it again.
sheet-empty = The sheet is empty; please fill it in and send it again.
sheet-took-too-long = The sheet is too complex to read. Please keep only the rows and columns that are needed.
sheet-old-format = This is an old spreadsheet format. Please open it and save it as .xlsx.

# Files
file-too-big = The file has { $size_mb } MB, over the limit of { $limit_mb } MB, and was not taken. Please compress or split it; 150–200 dpi is enough for most scans.
file-kind-refused = This kind of file ({ $kind }) is not taken. You can send: { $kinds }.
file-empty = “{ $name }” is empty (0 bytes) and was not taken. Please check and send it again.
file-not-what-it-says = The content of “{ $name }” does not fit its ending; it was not taken. Please save it with its own program and send it again.
file-has-macros = “{ $name }” holds macros and was not taken, for safety. Please save it without macros.
file-encrypted = “{ $name }” has a password and was not taken. Please remove it and send it again.
file-lost-on-the-way = “{ $name }” could not be downloaded; please send it again.
