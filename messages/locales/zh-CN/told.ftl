# 通知记录:通知过谁、什么时候、走哪个渠道
tap-told = 📬 通知记录
tap-told-people = 👤 按人
tap-told-steps = 📋 按步骤
told-all = 全部
told-title = 📬 <b>通知记录</b> · { $name }
told-nothing = 还没有通知过。
told-whom = 看通知了谁?
told-which = 看哪一步的通知?
told-line = <i>{ $at }</i> { $who }:{ $what } · { $how }
told-unreached = { $count ->
    [1] ⚠️ { $names } 通知不到。请当面转告,并请本人打开机器人点「开始」,或在「提醒设置」加一个邮箱。
   *[other] ⚠️ { $names } 等 { $count } 人通知不到。请当面转告,并请本人打开机器人点「开始」,或在「提醒设置」加一个邮箱。
}
told-place-gone = 已撤掉的群或机器人
told-season = 年报
told-internal = { $step } 内部 { $day }
told-statutory = 法定截止 { $day }
told-last-note = 法定截止当天中午
told-count-day = 12/31 口径日
told-monthly = 每月监管仪表盘
told-warning = 将告知老板:{ $step }
told-to-manager = 没有回音,告知经理:{ $step }
told-to-boss = 告知老板:{ $step }
told-to-group = 告知群:{ $step }
told-to-agency = 告知代理:{ $step }
told-month = 每月一句
told-how-sent = { $again ->
    [1] ✅ { $channel }(补发)
   *[0] ✅ { $channel }
}
told-how-folded = { $again ->
    [1] ✅ 并在一条里,{ $channel }(补发)
   *[0] ✅ 并在一条里,{ $channel }
}
told-how-waits = ⏳ 待发
told-how-superseded = ➖ 没发:{ $why }
told-how-done = ➖ 没发:{ $why }
told-how-unwanted = ➖ 没发:{ $why }
told-how-unreachable = ⚠️ 通知不到,改告知下一位
told-how-failed = ❌ 没发成:{ $why }
told-why-reported = 已报
told-why-done = 已做完
told-why-handled = 经理说今天处理
told-why-moving = 已有人动手
told-why-moved = 日期改了
told-why-dropped = 这一步不做了
told-why-reassigned = 换了负责人
told-why-not-shared = 企业设了群里不提
told-why-told-else = 当天另有通知
told-why-wants-less = 本人只听法定提醒
told-why-unreachable = 通知不到
told-why-passed = 那一天已经过去
told-why-unknown = 两次都没有回执,请当面确认
