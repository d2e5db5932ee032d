# 一家企业的提醒规则:提前几天、告知老板、每月提醒、群和机器人的时间
tap-settings = 🔔 提醒规则
settings-heading = <b>{ $company }</b> · 🔔 提醒
settings-internal = 📅 内部日期:{ $days }{ $own ->
    [1] (自定)
   *[0] {""}
}
settings-statutory = ⚖️ 法定截止:{ $days }{ $own ->
    [1] (自定)
   *[0] {""}
}
settings-boss = 👔 有法定风险时告知老板,提前一天先告诉经理
settings-no-boss = 👔 不主动告知老板
settings-monthly = 🗓 每月 5 日提醒看「监管仪表盘」
settings-no-monthly = 🗓 不提醒每月 5 日的「监管仪表盘」
settings-shared-all = 📣 群里提醒:全部,机器人也一样
settings-shared-law = 📣 群里提醒:只提法定,机器人也一样
settings-shared-nothing = 📣 群里提醒:不提,机器人也一样;看板照常更新
ladder-pack = 按许可证的规则
ladder-days-and-day = 提前 { $days } 天和当天
ladder-days = 提前 { $days } 天
ladder-day-only = 当天
ladder-none = 到期前不提醒
ladder-ask = 提前几天提醒?点一组,或直接打字,如「14、7、3、1、当天」。过期后照旧提醒。
ladder-not-read = 没看懂是哪几天。请写成「14、7、3、1、当天」。
words-the-day = 当天|当日|on the day|the day
tap-ladder-internal = 📅 内部日期
tap-ladder-statutory = ⚖️ 法定日期
tap-set-pack = 按许可证的规则
tap-set-few = 少些:{ $days }
tap-set-many = 多些:{ $days }
tap-boss-off = 👔 不再告知老板
tap-boss-on = 👔 有风险时告知老板
tap-monthly-off = 🗓 不再每月提醒
tap-monthly-on = 🗓 每月 5 日提醒
tap-shared-all = 📣 群里全部提
tap-shared-law = 📣 群里只提法定
tap-shared-nothing = 📣 群里不提
said-settings = ✅ 已改
place-name = 📍 { $name }
place-hour = 🕘 早报 <b>{ $hour }</b>
place-hour-from = 从 { $day } 起改为 <b>{ $hour }</b>
place-ask-hour = 改到几点?点一个,或直接打字,如「8点半」。新的时间从明天起算,今天不漏。
tap-place-hour = 🕘 早报时间
said-place-hour = ✅ 「{ $name }」从 { $day } 起 { $hour } 早报;今天还按原来的时间

# 机器人和邮箱
channel-telegram = Telegram
channel-wecom = 企业微信机器人
channel-dingtalk = 钉钉机器人
channel-feishu = 飞书机器人
channel-mail = 邮箱
mailbox = 邮箱 { $first }…@{ $host }
tap-robots = 🤖 机器人和邮箱 { $count }
robots-count = { $count ->
    [0] 还没有机器人或邮箱。
   *[other] { $count } 个机器人和邮箱:
}
robots-what = 它们听到的和群里一样:只有进度,没有材料、答案和内部事项。
tap-add-robot = ➕ 加一个
robot-line = 🤖 { $name }({ $channel })
robot-of = { $name }({ $channel }{ $signed ->
    [1] ,已加签
   *[0] {""}
})
robot-first-name = 群机器人
mailbox-first-name = 公共邮箱
robot-signed = 🔏 已加签
robot-unsigned = 🔓 没有加签密钥
tap-robot-secret = 🔏 加签密钥
tap-remove-robot = 🗑 删除
tap-remove-robot-sure = 确认删除
robot-remove-ask = 删除「{ $name }」?地址不保留,以后要用得重新粘贴。
ask-robot-address = 把群机器人的整条 Webhook 地址(企业微信、钉钉、飞书)或一个邮箱发给我。有加签密钥的,空一格写在后面。
ask-robot-name = 叫什么?(40 字以内)
ask-robot-secret = 把加签密钥发给我(在机器人的安全设置里复制)。
key-warning = 🔐 地址里的密钥只存一份,不再显示,也不进记录。存好后我会把您发的那条消息删掉,删不掉再请您删。
said-robot-added = ✅ 加好了,下一次早报起会发到这里
said-robot-signed = ✅ 加签密钥存好了
said-robot-removed = ✅ 已删除「{ $name }」,密钥没有保留
error-no-such-robot = 没有这个机器人或邮箱(可能已删除)。请回到「提醒规则」重新看。

# 自己的备用渠道
tap-addresses = 📮 备用渠道
addresses-heading = 📮 <b>备用渠道</b>(Telegram 发不到您时)
addresses-none = 还没有。加一个邮箱,Telegram 不通时提醒也到得了。
addresses-order = 按这个顺序试:
addresses-line = { $place }. { $what }
tap-add-address = ➕ 加一个
tap-drop-address = 🗑 删第 { $place } 个
tap-first-address = ⬆️ 先试第 { $place } 个
ask-own-address = 把您的邮箱发给我;也可以是一个群机器人的整条 Webhook 地址。
said-address-added = ✅ 加好了,Telegram 发不到时用它
