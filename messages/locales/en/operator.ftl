# For whoever runs the program: what happened, and what to do.

alarm = ⚠️ <b>Nianbao needs its operator</b>
    { $what }
alarm-subject = Nianbao needs its operator
alarm-revoked = Telegram no longer knows the bot's token. Nothing is received or sent, and no reminder counts as told. Get a new token from @BotFather, put it into the configuration and start again.
alarm-disk = The disk refuses to write. What people send, reminders and notices wait and go on by themselves once there is room; none is lost (Telegram keeps what was not taken in for 24 hours). Look at the disk's space and permissions.
alarm-failed = { $count ->
    [1] 1 message was
   *[other] { $count } messages were
} sent twice without proof that it arrived, and will not be sent again. Look into the record of notices and tell these people yourself.
alarm-unreachable = { $count ->
    [1] 1 reminder
   *[other] { $count } reminders
} reached nobody (blocked, gone, or refused by the channel); the next person responsible hears instead. See the record of notices.
alarm-stuck = { $count ->
    [1] 1 reminder
   *[other] { $count } reminders
} could not be sent in many attempts; we go on trying. Check the network to Telegram and to the other channels.
alarm-stumbled = The reminders of { $count ->
    [1] 1 recipient
   *[other] { $count } recipients
} could not be put into words; we try again in an hour. The log says why.
alarm-look = { $count ->
    [1] 1 company
   *[other] { $count } companies
} could not be looked at for what is due; we try again in an hour. The log says why.
alarm-clock-back = The system clock went back: from { $before } to { $now }. Check how it is kept.
alarm-clock-far-back = The system clock went back more than a day: from { $before } to { $now }. Reminders settled in that future, { $again } of them, wait again. Check how it is kept.
alarm-clock-ahead = The system clock jumped far ahead, or the machine slept: from { $before } to { $now }. What fell due in between is sent merged. Check how it is kept.
