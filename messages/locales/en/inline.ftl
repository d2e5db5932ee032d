# @me in any chat: progress only
inline-title = { $company } · { $licence } { $year }
inline-about = { $verdict } · { $left }
inline-left = { $days ->
    [0] due today
    [one] 1 day left
   *[other] { $days } days left
}
inline-past = { $days ->
    [one] 1 day past
   *[other] { $days } days past
}
inline-percent = { $percent }% done
inline-done = { $percent }% done
inline-at = <i>As it was on { $at }</i>
inline-step = ▫️ { $step } ({ $done }/{ $total })
inline-step-done = ✅ { $step }: done ({ $done }/{ $total })
inline-step-due = { $days ->
    [0] ▫️ { $step }: today ({ $done }/{ $total })
    [one] ▫️ { $step }: { $due }, in 1 day ({ $done }/{ $total })
   *[other] ▫️ { $step }: { $due }, in { $days } days ({ $done }/{ $total })
}
inline-step-overdue = { $days ->
    [one] 🔴 { $step }: { $due }, 1 day past ({ $done }/{ $total })
   *[other] 🔴 { $step }: { $due }, { $days } days past ({ $done }/{ $total })
}
inline-own-step = a step of the company's own
# A button above the list when it is empty
inline-hello = You have no company yet: open Nianbao
inline-nothing = Nothing found: open Nianbao
inline-off = You turned this off: turn it on
inline-clients-off = Clients are not shown elsewhere: settings

# The switch, in the reminder settings
elsewhere-own = { $clients ->
    [0] 💬 @me in other chats shows progress: <b>on</b>
   *[other] 💬 @me in other chats shows progress: <b>on</b>, but not of clients
}
elsewhere-all = 💬 @me in other chats shows progress: <b>on</b>, clients too
elsewhere-nothing = 💬 @me in other chats shows progress: <b>off</b>
tap-elsewhere-own = { $clients ->
    [0] 💬 Turn @me on
   *[other] 💬 @me, but no clients
}
tap-elsewhere-all = 💬 @me, clients too
tap-elsewhere-nothing = 💬 Turn @me off
