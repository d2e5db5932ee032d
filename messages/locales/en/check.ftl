# The pre-check and findings: what rules found, put right, explained, accepted, and what was not checked
command-check = Pre-check: ready or not, and the findings
tap-check = 🔎 Pre-check
tap-check-found = 🔎 Findings { $count }
check-split = To hand in or answer: { $items } · findings in the way: { $findings }
check-open = Open: { $kinds }
check-severity = { $mark } { $count } ({ $severity })
check-judged = Settled: explained { $explained } · accepted { $accepted } · fixed { $fixed }
check-nothing-found = Nothing was found
check-rules = Rules: passed { $passed } · not checked { $unchecked }
check-rules-early = Rules: passed { $passed } · the others wait for their figures
check-internal = Internal matters beside: { $count }
progress-findings = 🔎 { $count ->
    [one] 1 finding is in the way
   *[other] { $count } findings are in the way
}
severity-block = cannot be filed, must be fixed
severity-error = fix it or explain it
severity-warn = better explained
severity-info = a note
severity-mark-block = ⛔
severity-mark-error = 🔴
severity-mark-warn = 🟡
severity-mark-info = ℹ️
finding-mark-open = 🔴
finding-mark-explained = 💬
finding-mark-accepted = ☑️
finding-mark-fixed = ✅
finding-number = finding { $number }
finding-name = { $mark } Finding { $number }: { $title }
finding-label = { $mark } Finding { $number }: { $title }
finding-marked = { $mark } Finding { $number }
finding-title = <b>{ $name }</b> ({ $severity })
finding-title-settled = <b>{ $name }</b>
finding-quote = “{ $text }”
quote-cells = { $one } { $other }
quote-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
quote-count-of = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}: { $what }
finding-line = { $mark } Finding { $number }: { $message }
finding-figure = ▫️ { $title }: { $now }
finding-figure-last = ▫️ { $title }: { $now } ({ $before })
last-year = last year { $before }
last-year-change = last year { $before }, { $change }
signed-more = +{ $number }
signed-less = −{ $number }
change-points = { $number } points
finding-rule = 📐 Rule: { $rule }
finding-also = 📌 { $text }
finding-basis = 📎 { $standing } ({ $source }) · with: { $who }
finding-new = State: open
finding-open = State: open (found { $at }, after { $who } handed something in)
finding-explained = State: explained (found { $at }, after { $who } handed something in)
finding-accepted = State: accepted (found { $at }, after { $who } handed something in)
finding-fixed = State: fixed ({ $at }, by { $who })
who-as = { $who } ({ $role })
finding-explained-by = 💬 { $who } { $at } explained: { $why }{ $papers ->
    [0] {""}
    [one] {" "}(1 paper)
   *[other] {" "}({ $papers } papers)
}
finding-accepted-by = ☑️ { $who } { $at } accepted: { $why }{ $papers ->
    [0] {""}
    [one] {" "}(1 paper)
   *[other] {" "}({ $papers } papers)
}
finding-said-stale = <s>{ $said }</s> The figures changed: explain it again
finding-papers = 📄 Papers wanted: { $papers }{ $more ->
    [0] {""}
   *[other] , { $more } more
}
finding-paper-open = { $title } (open)
finding-paper-here = { $title } (here)
tap-upload-paper = 📎 Upload: { $title }
tap-change-item = ✏️ Change: { $title }
tap-explain-finding = 💬 Explain
tap-accept-finding = ☑️ Accept
tap-retract-finding = ↩️ Take back
tap-finding-before = ‹ Previous
tap-finding-after = Next ›
tap-finding = ⬅️ Back to the finding
tap-look-finding = 🔎 See the finding
tap-look-findings = 🔎 See { $count } findings
finding-ask-explain = Why is it so? One sentence (at most 300 characters). Papers that prove it can be sent first.
finding-ask-accept = Accepting means that you answer for it: why? One sentence (at most 300 characters).
finding-ask-again = { $lead }
    { $asked }
finding-papers-wait = 📄 Papers so far: { $count }; they are kept with the reason
finding-no-paper = Accepting takes a reason only; hand papers in for their item, or press Explain instead.
finding-gone = ✅ The figures were put right: this finding is fixed, nothing needs to be said.
finding-accepted-already = ☑️ It has been accepted already, see below.
finding-moved = ❗ The figures changed just now, what you wrote was not kept. Look at them as they are, then write again.
finding-said-meanwhile = ❗ Somebody was quicker, what you wrote was not kept:
    { $said }
    To add yours, send it again.
finding-said-explained-block = ✅ Explanation kept. It is still in the way: the figure must be changed before filing.
finding-said-explained = ✅ Explanation kept. If the figures change, it is asked again.
finding-said-accepted = ✅ Acceptance kept. If the figures change, it is asked again.
finding-said-retracted = ↩️ Taken back.

# Said at once after something was handed in
said-and = { $said }
    { $more }
after-raised = { $mark } { $finding }: { $message }{ $papers }{ $more ->
    [0] {""}
   *[other] . And { $more } more
}
paper-named = { $title }
after-papers = . Wanted: { $first }{ $count ->
    [1] {""}
   *[other] {" "}and more, { $count } papers
}
after-fixed = ✅ Fixed: { $findings }
after-rested = 📄 Not wanted any more: { $first }{ $count ->
    [1] {""}
   *[other] {" "}and more, { $count } papers
} (what was handed in is kept)
after-last-year = 📈 { $before }
after-many = { $raised ->
    [0] ✅ Findings fixed: { $fixed }
   *[other] { $fixed ->
        [0] 🔎 Findings raised: { $raised }
       *[other] 🔎 Findings raised: { $raised }, fixed: { $fixed }
    }
}

# Not checked
tap-unchecked-list = ⬜ Not checked
tap-missing = 🧩 Still missing: { $count }
tap-fill-inputs = ✏️ One by one
unchecked-title = ⬜ <b>Rules not checked: { $count }</b>, for want of figures; that is not passed
unchecked-line = ▫️ { $title } (rules: { $count })
unchecked-earlier = 🗂 Figures of earlier years missing: { $count }
unchecked-not-asked = 🚫 Not asked in this profile, or for others to answer: { $count }

# In the record
event-finding-raised = Found: { $what }
event-finding-fixed = Finding fixed: { $what }
event-finding-explained = Explained the finding: { $what }
event-finding-accepted = Accepted the finding: { $what }
event-finding-retracted = Took back what was said of the finding { $what }: { $old }
error-no-such-finding = This finding is gone, or not yours to see. Open Pre-check for what stands now.
error-cannot-be-accepted = This one must be fixed and cannot be accepted. Press Change.
