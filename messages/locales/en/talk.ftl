# The talk
greeting = Hello { $name }! I am <b>Nianbao</b>. I carry your company through the yearly report of its value-added-telecom licence, step by step:
    checklist, dates, papers and numbers, all here.
greeting-new = Let us open your company; it takes a minute.
greeting-code = To open a company you need an access code; please ask the operator for it.
keys-here = These four keys are always here 👇
nothing-yet = You have no report yet. Open your company first; it takes a minute.
nothing-here = You have no report yet.
nothing-active = No report is under way. Archived ones are under “Companies” and can be restored any time.
file-not-here = The file was not kept: you have no report under way.
door-closed = Only invited companies are served here, so you cannot open one now.
    To be let in, send this number to the operator: <code>{ $person }</code>
code-ask = Please send the access code (ask the operator for it).
code-wrong = That code is not right; please check and send it again.
code-rest = { $most } codes in a row were wrong. Please send one again in { $minutes ->
    [1] 1 minute
   *[other] { $minutes } minutes
}.
    If you have no code, send this number to the operator: <code>{ $person }</code>
thanks = You are welcome 🙂
not-understood = I do not understand that yet. Use the keys below, or /help to see what I can do.
no-such-command = There is no command /{ $command }. /help shows them all.
please-press = Please press a button on the card.
edited-message = I do not read changed messages again. To correct something, please send it anew.
not-text-voice = I cannot understand voice messages; please type it.
not-text-video-note = I cannot watch video messages; please type it, or send it as a file.
not-text-sticker = 😄 Nice sticker, but it is not an answer.
not-text-other = I cannot read this kind of message; please type it, or send the paper as a file or photo.
after-outage = I was offline for a while; buttons pressed meanwhile may have been lost. Please press again below.
maybe-missed = I was offline for a while. If you pressed a button meanwhile, it may have been lost: please press again below. If not, there is nothing to do.
fault = Something went wrong and this step was not done; everything recorded before is safe. Please try again; if it fails again, give the operator this number: <code>{ $number }</code>
still-asking = (the question from before is still open)
cancelled = All right, no more questions. What was recorded stays.
cancelled-files = { $count ->
    [one] All right. The file belongs to no item and was not kept; send it again when you need it.
   *[other] All right. The { $count } files belong to no item and were not kept; send them again when you need them.
}
cancelled-new = All right, nothing was created.
menu-title = More
help-text = <b>What I can do</b>
    Progress /status · all steps /list · as a picture /picture · mine /todo
    Hand in /upload: choose the item, then send the file; or reply to its card with the file
    Fill in /fill: one by one, skip and back · pre-check /check
    Team /members · invite /invite · give an item away /assign · sign /sign · record /audit
    Group board /board · bind a group /bind · calendar /calendar · reminders /remind
    Move an internal date /due · papers /report · the authority /authority · simulated score /score
    New company /new · undo the last step /undo · stop asking /cancel
    Language /language · the rest is behind the key “More”, /more
    Or write what you mean: what is missing, who is late, we filed yesterday
    Numbers: 280, 1,200, 1.2 million; money in 万元 (10,000 CNY)
    I never log in to the regulator's platform; please never send me its password.
language-ask = 用哪种语言? / Which language?
language-set = All right, English from now on.
language-zh-cn = 简体中文
language-zh-hant = 繁體中文
language-en = English
toast-old-button = This button is out of date; please use the newest card
toast-already-created = It is created already
toast-pick-first = Please tick at least one first
toast-sending = Sending…
download-caption = { $title }, version { $version }
template-caption = { $title }: fill it in and send it back
column-required = required
column-optional = optional

# /new
new-heading = <b>{ $name }</b>
new-name = What is the company's full name? (as on the business licence)
new-uscc = Its unified social credit code? (18 characters)
new-pack = Which licence?
new-licence = The licence number? For example 京B2-20170206
new-licence-odd = “{ $number }” does not look like the usual numbers; I keep it, you can change it later.
new-coverage = What does the licence cover?
new-year = The report for which year?
new-year-of = { $year } (due { $next }-03-31)
new-profile = How much of it?
new-preview = <b>{ $company }</b>
    { $licence } · { $coverage } · { $year } · { $profile }
new-statutory = { $days ->
    [0] ⚖️ Statutory date { $day }: today
    [one] ⚖️ Statutory date { $day }, 1 day left (it never moves)
   *[other] ⚖️ Statutory date { $day }, { $days } days left (it never moves)
}
new-statutory-past = ⚖️ Statutory date { $day }, already past
new-step = ▫️ { $step }: { $due }
new-more-steps = { $count ->
    [one] … { $count } more step or date
   *[other] … { $count } more steps and dates
}, shown after creating
new-already-yours = That code belongs to “{ $name }”, which you have already. Look at it, or add a licence or a year?
new-created = 🎉 Created.

# One text is wanted
ask-not-applicable = Why does it not apply? One line; it stays on record.
ask-wait-day = When will it be there? Send a date, such as 29 March or end of March.
ask-sign-name = Who signed? Send the name (internal record; it does not replace the pledge).
ask-drop-item = Why leave it out? For example: not in our system.
ask-drop-step = Why skip this step? One line.
ask-rename = What should it be called?
ask-add-material = Which paper should be added? Send its name.
ask-add-confirm = What should be confirmed? Send its name.
ask-company-name = What is the right full name?
ask-company-code = What is the right credit code?
ask-licence-no = What is the right licence number?
ask-filing-day = When was it? Send a date, such as yesterday or 12 March.
ask-filing-term = By when? Send a date.

# Words people drop, separated by bars
words-thanks = ok|okay|thanks|thank you|thx|got it|sure|fine|yes|noted|👌|👍|🙏
words-none = none|no|nil|n/a
ask-add-step = What is the new step called?
ask-add-step-day = By when? Send a date, such as 12 March.
ask-rename-step = What should this step be called?
