# Signing in chat: asked, signed, given back, questions, on paper
command-sign = Sign

# The card that is signed
signing-please = ✍️ Please sign: { $titles }
signing-summary = Red { $red } · amber { $yellow } · unchecked { $unchecked } · estimates { $estimates } · missing { $missing }
signing-finding = { $mark } { $title }: { $figures }, { $state }
signing-finding-told = { $mark } { $message }, { $state }
signing-state-open = not explained
signing-state-explained = explained
signing-state-accepted = accepted
signing-state-fixed = gone
signing-state-none = none
signing-moved = { $old } → { $new } ({ $change })
signing-from-to = { $old } → { $new }
signing-changed = { $count ->
    [1] 🔄 You signed on { $day }; one thing has changed since:
   *[other] 🔄 You signed on { $day }; { $count } things have changed since:
}
signing-change = ▫️ { $title }: { $figures }
signing-of-year = { $title } ({ $year })
signing-case-changed = ▫️ The company's name or code, the licence number or coverage has changed
signing-more = { $count } more: press “Everything”
signing-others = ✅ Signed { $signed }/{ $wanted }: { $names }
signing-footer = Internal record; it does not replace the pledge of the annual report
tap-signing-agree = ✅ Agree and sign
tap-signing-return = ↩️ Give back, say why
tap-signing-question = ❓ Ask who did it
tap-signing-paper = 📄 Sign on paper
tap-signing-all = 📋 Everything
tap-signing-back = ✍️ Back to signing
tap-signing-sign = ✍️ Sign
tap-signing-ask-for = 📨 Ask for signature
tap-signing-look = ✍️ See the signatures

# How the signatures stand
signing-none = This report asks for no signature.
signing-is-signed = ✅ { $title }: { $names }
signing-not-wanted = ➖ { $title }: not wanted now
signing-is-back = ↩️ { $title }: given back by { $who }: { $why }
signing-is-on-paper = 📄 { $title }: to be signed on paper; then send a scan
signing-is-asked = ⏳ { $title }: waits for { $names }
signing-is-aside = 🔄 { $title }: changed after it was signed, to be signed again
signing-is-open = ⬜ { $title }: not asked yet
signing-paper-by = on paper (from { $who })
signing-nobody = Neither boss nor legal representative has joined, so nobody can sign here. Invite them; or print it, have it signed, open the item and send the scan; “From whom” says who signed.
signing-question = ❓ { $who } asks about “{ $title }”: { $text }
tap-signing-ask = 📨 Ask for signatures
tap-signing-answer = ✏️ Answer
tap-signing-undo = ↩️ Take my signature back
tap-signing-item = 📎 { $title }
tap-signing-scan = 📎 Signed scan (one is enough)
signing-everything = All that is signed ({ $page }/{ $pages })

# A signer's question
signing-ask-about = About which line? Behind each stands who will be asked.
signing-ask-nothing = Nothing was handed in yet, so there is nothing to ask about.
tap-signing-about = { $title } · { $who }
ask-signing-return = Why do you not sign? One sentence (at most 200 characters); the manager will be told.
ask-signing-question = What would you like to know about “{ $title }”? One sentence (at most 200 characters); it goes to whoever handed it in.
ask-signing-answer = { $question }
    Your answer? One sentence (at most 200 characters); it goes back to them.

# When it is done
said-signing-asked = { $count ->
    [0] 📨 Noted: it waits for your own signature.
    [1] 📨 One person was asked to sign and will be told at once.
   *[other] 📨 { $count } people were asked to sign and will be told at once.
}
said-signing-signed = ✅ Signed ({ $at }). If anything changes later you will be asked again.
said-signing-undone = ↩️ Your signature is taken back.
said-signing-paper = 📄 All right, on paper; the manager is told. You may send the scan right here; one is enough.
signing-scan-also = 📄 The same scan counts for: { $titles }
signing-scan-back = { $count ->
   *[other] { $what }, { $count } signatures in all
}
said-signing-returned = ↩️ Given back; the manager will be told, and you will be asked again.
said-signing-questioned = ❓ Your question is on its way; you will hear the answer.
said-signing-answered = 💬 Your answer is on its way.

# What others hear
notice-sign-asked = 📨 { $who } asks you to sign
notice-sign-again = 🔄 { $who } has changed what you signed; please look once more
notice-sign-aside = 🔄 What was signed has changed, so the signature is put aside. Please ask again, or hand in a new scan.
notice-sign-done = { $count ->
    [1] ✅ { $who } has signed.
   *[other] ✅ { $who } has signed ({ $count } items).
}
notice-sign-given-back = ↩️ { $who } did not sign: { $why }. When it is put right, press “Ask for signatures” again.
notice-sign-on-paper = 📄 { $who } wants to sign on paper: please print it, and hand in the scan once it is signed.
notice-sign-answer = 💬 { $who } answers: { $text }
notice-sign-question-inside = ❓ There is a question about an internal matter; please look in the chat.

# When it cannot be
error-nothing-to-sign = There is nothing to sign now: all is signed, or goes on paper.
error-asked-already = They were asked just now and have been told; if they have not signed by tomorrow, ask again.
error-nobody-signs = Neither boss nor legal representative has joined, so nobody can sign here. Invite them with /invite, or have it signed on paper, open the item and send the scan.
error-not-your-signature = This signature is not yours (or not any more). If it should be, ask the compliance manager to give you the item.
error-signed-already = You have signed exactly this; nothing more to do. To take it back, press “Take my signature back”.
error-content-changed = It has just changed and is not signed. Please look at it again
error-nobody-to-ask = Whoever handed this in has left the team, so there is nobody to ask. Please give it back and say why.
error-no-such-question = There is no such question, or it is not for you.
error-answered-already = Somebody has answered this already.
error-too-many-questions = { $most } questions wait for an answer already. Please wait for those, or give it back and say why.

# In the record
event-sign-asked = asked for the signature “{ $what }”
event-signed = signed “{ $what }”, version { $version }: { $new }
event-sign-withdrawn = took back the signature “{ $what }”, version { $version }
event-sign-given-back = did not sign, gave back “{ $what }”
event-sign-on-paper = wants to sign “{ $what }” on paper
event-sign-questioned = asked about “{ $what }” before signing (question { $version })
event-sign-answered = answered about “{ $what }” (question { $version })
event-sign-aside = changed what was signed: “{ $what }” is put aside
event-sign-stands = what was signed stands again: so does “{ $what }”
