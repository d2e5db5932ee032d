# 密码、身份证号、银行卡号:删掉、不存,并说明
secret-gone = 🔐 刚才那条消息里有{ $what ->
    [password] 密码
    [identity] 身份证号
    [card] 银行卡号
   *[several] 密码、身份证号或银行卡号
},留着不安全,我整条删掉了,什么都没有保存。我办年报用不到它,{ $place ->
    [file] 文件也没有收:请去掉说明和文件名里的这些内容,再发一次。
   *[text] 其余内容请去掉它再发一遍。
}
secret-stays = 🔐 刚才那条消息里有{ $what ->
    [password] 密码
    [identity] 身份证号
    [card] 银行卡号
   *[several] 密码、身份证号或银行卡号
},我没有保存,但删不掉它(没有权限,或已超过 48 小时),请您长按删除。我办年报用不到它,{ $place ->
    [file] 文件也没有收:请去掉说明和文件名里的这些内容,再发一次。
   *[text] 其余内容请去掉它再发一遍。
}
secret-group-gone = 🔐 { $name }刚才那条消息里有{ $what ->
    [password] 密码
    [identity] 身份证号
    [card] 银行卡号
   *[several] 密码、身份证号或银行卡号
},群里人人看得到,我删掉了,什么都没有保存。其余内容请去掉它再发。
secret-group-stays = 🔐 { $name }刚才那条消息里有{ $what ->
    [password] 密码
    [identity] 身份证号
    [card] 银行卡号
   *[several] 密码、身份证号或银行卡号
},群里人人看得到。我没有保存,但没有权限删它(或已超过 48 小时),请本人长按删除。
password-not-needed = 🔐 我从来用不到密码和验证码,也请不要发给我。忘了或收不到,请在平台登录页找回,或问保管账号的人。
