# Robots and mailboxes: one to try; a key that is left in the chat; no mail set up
key-gone = 🔐 I deleted the message you just sent: a robot's key stood in it, and whoever sees that can write to that group.
key-stays = 🔐 Please press and hold the message you just sent and delete it: a robot's key stands in it, and whoever sees that can write to that group. I may not delete it, or it is older than 48 hours.
no-mail-here = ⚠️ No mail is set up here: mailboxes get no reminders, they go by Telegram and robots only. Whoever runs this bot can fill in [mail] in its configuration.
said-address-kept = ✅ Kept
tap-try = 🧪 Send one to try
tap-try-address = 🧪 Test { $place }
toast-trying = Sending…
try-subject = Annual report: { $company } (test)
try-text = This is a test message; nothing is to be done. From now on the report reminders of “{ $company }” come here.
try-own-subject = Annual report: a test
try-own-text = { $name }, this is a test message; nothing is to be done. When Telegram does not reach you, report reminders come here.
tried-taken = { $kind ->
    [mail] ✅ The mail server took the test letter to { $place }. Please look for it, maybe among the spam.
   *[robot] ✅ The { $place } took the test message. Please look into its group.
}
tried-refused = ❌ Not taken by the { $place }: { $why }
    Its own words: { $said }
tried-busy = ⏳ The { $place } finds it too much for now. Please try again in ten minutes.
tried-unreached = ❌ { $kind ->
    [mail] The mail server does not take our letters now ({ $said }). Whoever runs this bot should look at the server, user and password in [mail].
   *[robot] The server of the { $place } is not reached ({ $said }). Please try again in a few minutes.
}
tried-unknown = ❓ No answer from the { $place } ({ $said }): the test message may have arrived or not. Please look there.
tried-no-way = ⚠️ Not sent: no mail is set up here, mailboxes get nothing. Whoever runs this bot can fill in [mail] in its configuration.
tried-too-often = ⏳ That was tried too often. Please try again in ten minutes.
try-why = { $code ->
    [93000] the key is wrong, or the robot was taken out of the group. Please copy the webhook address again.
    [40058] the message is too long.
    [310000] its security settings refuse it: a wrong signing secret, a missing keyword (“Annual report”), or a restricted IP. Please look there.
    [300001] the key is wrong. Please copy the webhook address again.
    [300005] the key is wrong. Please copy the webhook address again.
    [400101] the key is wrong. Please copy the webhook address again.
    [400013] the group was dissolved.
    [400102] the robot was switched off. Please switch it on in the group's settings.
    [400106] the robot was deleted. Please make a new one and send me its address.
    [460101] the message is too long.
    [19001] the key is wrong, or the robot was deleted. Please copy the webhook address again.
    [19007] the robot was switched off. Please switch it on in the group's settings.
    [19021] the signing secret is wrong. Please enter it again under “Signing secret”.
    [19022] the IP is restricted. Please let our server through in the robot's security settings.
    [19024] a keyword is missing. Please add “Annual report” in the robot's security settings.
    [19036] the message is too long.
    [550] there is no such mailbox, or it refuses us. Please check the address.
    [551] there is no such mailbox, or it refuses us. Please check the address.
    [552] the mailbox is full.
    [553] there is no such mailbox, or it refuses us. Please check the address.
    [554] it refuses us. Please check the address, or have us let through.
   *[other] it does not say clearly why.
}
