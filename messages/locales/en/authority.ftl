# The authority calls, summons, returns the report, inspects on site: written down, followed, closed
command-authority = The authority called, summons, returned or inspects: write it down and follow it
error-no-such-matter = This matter is gone; it may have been undone. Please open it again from “🏛 The authority”.
matter-kind-call = Call from the authority
matter-kind-talk = Talk at the authority
matter-kind-returned = Returned by the authority
matter-kind-inspection = On-site inspection
matter-name = { $kind }, { $day }
matter-word-open = not answered
matter-word-answered = answered
matter-word-closed = closed
matter-state-since = { $word } { $day }
matter-heading = 🏛 <b>{ $what }</b> · { $state }
matter-who = 👤 Who: { $who }
matter-said = 💬 { $said }
matter-no-term = 📌 The authority set no term; we aim at { $day } (suggested, internal date)
matter-term-left = 📌 The authority wants it done by { $due }{ $days ->
    [0] , which is <b>today</b>
    [one] , <b>1</b> day left
   *[other] , { $days } days left
}
matter-term-past = 📌 The authority wanted it done by { $due }, { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
matter-own-day = { $day } (internal)
matter-term = 📌 The authority wants it done by { $due }
matter-work = 🙋 { $who } · closing paper { $given ->
    [0] not handed in yet
   *[other] handed in
}
matter-about = 🔗 About: { $about }
matter-finding = finding { $number } { $title }
matter-line = · { $what } · { $state } · by { $due }
matters-more = … and { $count } earlier
matters-ask = How did the authority get in touch? Press one to write it down:
matters-open = 🏛 The authority: { $count } open, { $what }, by { $due }
matter-when = When did they get in touch ({ $kind })? Press a day or send a date (such as 12 March):
matter-what = Who said what? Send one text, with who it was before a colon, such as “Mr Zhang, market office, 010-1234 5678: the seats do not match last year, please change”.
matter-due = By when does the authority want it done? Send a date. If no term was set, press below to aim at { $workdays ->
    [one] { $workdays } working day
   *[other] { $workdays } working days
} (suggested, internal date):
matter-link-ask = Which items or findings is “{ $what }” about? Press them; what is not in the list, send its name:
matter-none-named = nothing is called that; please say it otherwise
matter-step = Internal matter { $number }
matter-paper = Closing paper: { $kind }, { $day }
said-matter = ✅ Written down. The boss and those in charge will be told.
said-turn-open = 🔄 Open again. { $given ->
    [0] Its closing paper is not there yet.
   *[other] Its closing paper is there.
}
said-turn-answered = ✅ Written down: answered. { $given ->
    [0] Once the closing paper is in, press “Close”.
   *[other] The closing paper is there: press “Close” when it is over.
}
said-turn-closed = ☑️ Written down: closed. { $given ->
    [0] Its closing paper is not there yet and stays on the list.
   *[other] Its closing paper is there.
}
after-matter-paper = 🏛 { $what }: its closing paper is there. Once the authority is content, press “Close”
item-matter = 🏛 { $what }: it asks about this item, by { $due }
item-matter-inside = 🏛 This item is being looked at, by { $due }
item-matter-paper = 🏛 { $what }: { $said }
tap-matter = 🏛 { $what }
tap-matters = 🏛 The authority
tap-matter-call = 📞 A call
tap-matter-talk = 🗣 A talk
tap-matter-returned = ↩️ Returned
tap-matter-inspection = 🔍 Inspection
tap-matter-own-day = No term: aim at { $day }
tap-matter-paper = 📎 Hand in the closing paper
tap-matter-link = 🔗 What it is about
tap-matter-linked = ✅ Done
tap-matter-tell = 🏛 Write down what they said
tap-matter-term = 📅 Another term
matter-term-ask = “{ $what }”: which day is the authority’s new term? Now: { $due }. Send a date, such as 26 March:
said-matter-term = ✅ The term is { $due } now, and the reminders go by it
tap-turn-open = 🔄 Open again
tap-turn-answered = ✅ Answered
tap-turn-closed = ☑️ Close
event-matter-recorded = wrote down “{ $what }”
event-matter-withdrawn = took back “{ $what }”
event-matter-turned = “{ $what }”: { $old } → { $new }
event-matter-restored = took it back, “{ $what }” still is: { $new }
event-matter-term-set = the term of “{ $what }”: { $old } → { $new }
event-matter-term-restored = took it back, the term of “{ $what }” still is: { $new }
event-matter-linked = changed what “{ $what }” is about
event-matter-link-restored = took it back, “{ $what }” is about the same as before
