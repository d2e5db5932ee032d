# Who does an item, and who accepts it
mark-in-review = 🔎
said-in-review = 🔎 { $title }: <b>{ $what }</b> (version { $version }), handed in; a colleague accepts it

error-not-yours = This item is neither yours nor your department's. Ask the compliance manager to give it to you, or simply tell them what you know.
error-taken-already = { $name } has this item. To change that, ask the compliance manager to reassign it.
error-own-work = You handed this in yourself: a colleague has to accept it. If it was wrong, withdraw it or hand in another.
error-nothing-to-review = Nothing waits to be accepted here: it was just withdrawn or given back, or this item needs no review. Open the card to see how it stands.

# Internal matters, and what is nobody's to hand in
internal-matter = 1 internal matter
internal-matters = 🔒 { $count ->
    [1] 1 internal matter
   *[other] { $count } internal matters
}
nothing-yours = Nothing here is yours to hand in. To hand in something else, ask the compliance manager to give it to you.

# Whose it is, who accepts it
item-owner = 👤 With: { $who }
item-given-back = ↩️ Given back by { $who }: { $why }
item-in-review = 🔍 Waits to be accepted. Please check: { $checks }
item-in-review-plain = 🔍 Waits to be accepted
tap-accept = ✅ Accept
tap-give-back = ↩️ Give back
tap-take = 🙋 I take it
tap-assign = 👤 Give to somebody
tap-lay-down = 👤 Back to department
tap-behalf = 🤝 Hand in for somebody
tap-located = 📍 Only note where it is kept
tap-reviewed = 🔍 Somebody must accept it
tap-not-reviewed = 🔍 Needs no acceptance
tap-sensitive = 🔒 Make it internal
tap-not-sensitive = 🔓 No longer internal
tap-back-to-department = Back to department
tap-behalf-other = ✏️ Type a name
assign-ask = Who gets "{ $title }"?
assign-which = Which item shall be given to somebody? Tap it, then choose whom.
assign-nothing = There is nothing to give to anybody: all is there.
assign-line = ▫️ { $title } · { $who }
tap-assign-other = 🔁 Another item
behalf-ask = Who gave you this for "{ $title }"?
ask-behalf-name = Who gave you this? Send a name.
ask-located = Where is the original kept? For example: HR, cabinet 2.
ask-give-back = Why do you give back "{ $title }"? One sentence; whoever handed it in will see it.
said-assigned = 👤 "{ $title }" is with { $who } now; they will be told.
said-back-to-department = "{ $title }" is back with its department.
said-taken = 🙋 "{ $title }" is yours now.
said-accepted = ✅ "{ $title }" is accepted.
said-given-back = ↩️ "{ $title }" is given back: { $why }. They will be told.
said-reviewed = 🔍 From now on somebody else must accept it.
said-not-reviewed = From now on it counts as done when it is handed in.
said-sensitive = 🔒 Internal now: groups and boards do not name it.
said-not-sensitive = 🔓 No longer internal.
given-for = from { $giver }, handed in by { $who }
said-behalf = 🤝 What you hand in next counts as given by { $name }. Send the paper or the answer.
command-assign = Give an item to somebody
