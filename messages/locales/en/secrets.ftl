# Passwords, identity numbers, bank cards: deleted, not kept, and why
secret-gone = 🔐 { $what ->
    [password] A password
    [identity] An identity number
    [card] A bank card's number
   *[several] A password, identity number or bank card
} stood in your last message; it is not safe there, so I deleted the whole message and kept nothing of it. I never need it for the report. { $place ->
    [file] The file was not taken either: please send it again without that in its caption or name.
   *[text] Please send the rest again without it.
}
secret-stays = 🔐 { $what ->
    [password] A password
    [identity] An identity number
    [card] A bank card's number
   *[several] A password, identity number or bank card
} stands in your last message. I kept nothing of it but could not delete it (I may not, or it is older than 48 hours): please press and hold it and delete it. I never need it for the report. { $place ->
    [file] The file was not taken either: please send it again without that in its caption or name.
   *[text] Please send the rest again without it.
}
secret-group-gone = 🔐 { $what ->
    [password] A password
    [identity] An identity number
    [card] A bank card's number
   *[several] A password, identity number or bank card
} stood in the last message of { $name }, for everybody here to see. I deleted it and kept nothing of it. Please send the rest again without it.
secret-group-stays = 🔐 { $what ->
    [password] A password
    [identity] An identity number
    [card] A bank card's number
   *[several] A password, identity number or bank card
} stands in the last message of { $name }, for everybody here to see. I kept nothing of it but could not delete it (I may not, or it is older than 48 hours): please delete it yourself.
password-not-needed = 🔐 I never need a password or a code; please never send me one. If it is forgotten or does not come, recover it on the platform's login page, or ask whoever keeps the account.
