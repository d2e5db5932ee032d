# Groups
board-heading = 📌 <b>{ $company }</b> · report board
board-season = { $licence }, report of { $year } · { $percent }% done
board-season-line = { $overdue ->
    [0] ▫️
   *[other] 🔴
} { $year } { $licence } · { $percent }% · { $verdict }
board-page = Page { $page } of { $pages }, { $count } reports in all
toast-board-turned = 📌 The pinned board turns to page { $page } of { $pages } in a few seconds
board-overdue = 🔴 { $step }: { $days ->
    [1] 1 day
   *[other] { $days } days
} past
board-next = ▫️ { $title } · { $due } · { $who }
board-internal = ▫️ 1 internal matter · { $due }
board-nobody = nobody yet
board-at = Updated { $at }
tap-board-item = ▶️ { $title }
tap-board-private = 🔒 Open in private
group-hello = Hello! Which company's report board shall this group see? Please choose in private.
tap-bind-private = Choose in private
group-confirm = { $name } wants to show the report board of { $company } in this group. Please confirm, { $name }.
tap-bind-here = ✅ Show it here
toast-only-the-asker = Please let the one who asked confirm
toast-group-taken = This group shows another company's board; unbind it there first
group-bound = ✅ The board of { $company } will appear here in a moment: progress only, no papers, no answers.
group-file = Please hand in papers for { $company } in private; I take no files in a group.
tap-hand-in-private = Hand in privately
group-unnamed-anonymous = You write as an anonymous admin, so I cannot tell who you are. Switch that off, or write to me in private.
group-unnamed-channel = I cannot tell who commands from a channel. Please write as yourself, or in private.
bind-no-company = You have no company yet whose board could be shown in a group.
bind-which = Whose board shall this group see?
bind-outsiders = Are there outsiders in the group? Then the board shows overall progress only, no names and no items.
tap-outsiders-yes = There are outsiders
tap-outsiders-no = Only our own people
bind-asked = Good. Now go back to the group and tap "✅ Show it here" yourself to confirm the board of { $company }.
groups-count = { $count ->
    [0] No group shows the board yet.
    [1] 1 group shows the board:
   *[other] { $count } groups show the board:
}
groups-how = To add one: press below to bring me in. Where I am already, send /bind in the group. To have the board pinned, make me an administrator there.
group-with-outsiders = "{ $title }": with outsiders, overall progress only.
group-without-outsiders = "{ $title }": our own people, names and items are shown.
tap-outsiders = There are outsiders now
tap-no-outsiders = No outsiders any more
tap-unbind = ✂️ Unbind this group
tap-groups = 💬 Groups
tap-add-to-group = ➕ Add me to a group
said-unbound = Unbound; the board in that group is no longer updated.
command-bind = Show the board in a group
command-board = The board

error-no-such-group = I know no binding of that group (any more). The compliance manager can bind it by sending /bind in the group.
group-language-ask = Which language shall I speak in “{ $title }”?
