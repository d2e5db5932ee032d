# 在任何聊天里 @我:只说进度
inline-title = { $company } · { $licence } { $year }
inline-about = { $verdict } · { $left }
inline-left = { $days ->
    [0] 今天截止
   *[other] 还剩 { $days } 天
}
inline-past = 已过 { $days } 天
inline-percent = 完成 { $percent }%
inline-done = 完成 { $percent }%
inline-at = <i>{ $at } 时的进度</i>
inline-step = ▫️ { $step }({ $done }/{ $total })
inline-step-done = ✅ { $step }:已完成({ $done }/{ $total })
inline-step-due = { $days ->
    [0] ▫️ { $step }:今天({ $done }/{ $total })
   *[other] ▫️ { $step }:{ $due },{ $days } 天后({ $done }/{ $total })
}
inline-step-overdue = 🔴 { $step }:{ $due },过了 { $days } 天({ $done }/{ $total })
inline-own-step = 企业自己加的步骤
# 列表是空的时候,上面的一个按钮
inline-hello = 您还没有企业:打开年报管家
inline-nothing = 没有找到:打开年报管家
inline-off = 您关了在别处查进度:去打开
inline-clients-off = 代理的客户不在别处显示:去设置

# 开关,在「提醒设置」里
elsewhere-own = { $clients ->
    [0] 💬 在别的聊天里 @我 查进度:<b>开</b>
   *[other] 💬 在别的聊天里 @我 查进度:<b>开</b>,代理的客户除外
}
elsewhere-all = 💬 在别的聊天里 @我 查进度:<b>开</b>,含代理的客户
elsewhere-nothing = 💬 在别的聊天里 @我 查进度:<b>关</b>
tap-elsewhere-own = { $clients ->
    [0] 💬 打开 @我 查进度
   *[other] 💬 @我 查,不含客户
}
tap-elsewhere-all = 💬 @我 查,含客户
tap-elsewhere-nothing = 💬 关掉 @我 查进度
