# Papers: where they are, the same content, why replaced, used again, how long kept
how-located = 👉 An internal matter: no need to upload it; press “Only note where it is kept”. Or send the file
evidence-reason = Why replaced: { $why }
evidence-same = 👀 The content is the same as in “{ $titles }”. Is this the right item?
evidence-same-elsewhere = 👀 The content is the same as in “{ $titles }” of { $report }. Is this the right item?
evidence-report = { $year } · { $licence }
evidence-gone = (erased)
history-reason = { $line } · why: { $why }
tap-reason = ✏️ Say why
tap-reason-again = ✏️ Change the reason
ask-explain = Why a new version? One sentence, kept on record.
said-explained = ✅ Noted why: { $why }
tap-reuse = 🔁 Use last year's
reuse-caption = { $title } ({ $year })
reuse-look = { $count ->
    [1] Above is “{ $title }” of { $year }. Please open it: are dates, seals, people and figures still right this year?
   *[other] Above is “{ $title }” of { $year }, { $count } files. Please open them: are dates, seals, people and figures still right this year?
}
tap-reuse-sure = ✅ Looked at it, use it
tap-keeping = 🗂 Keeping papers
keeping-years = 🗂 Papers are kept for <b>{ $years }</b> years after that year's filing
keeping-no-hold = No legal hold
keeping-hold = ⚖️ <b>Legal hold</b>: { $why } ({ $who }, { $at })
keeping-how = Papers past their term are listed, then deleted by the operator; none under a hold. Each deletion is on record.
tap-keep-for = { $years } years
tap-hold = ⚖️ Set a legal hold
tap-lift-hold = Lift the hold
ask-hold = Why must everything be kept? One sentence, kept on record.
said-keep-for = ✅ Papers are kept for { $years } years from now on
said-hold = ⚖️ Legal hold is set; no paper will be deleted
said-lift-hold = ✅ The hold is lifted; the term counts again
error-file-erased = This file was erased by its term and cannot be had back; the record still says that it was there.
error-not-looked-at = Please press “Use last year's” first, look at the file, then press “Looked at it, use it”.
error-nothing-to-explain = There is no new version of yours here to explain. Open the card to see how it stands.
error-no-such-term = There is no such term; please use the buttons on the card.
