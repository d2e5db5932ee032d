# 进度图:图上的字,和图下面说同样事实的话

tap-picture = 📈 进度图
tap-picture-dark = 🌙 深色
tap-picture-light = ☀️ 浅色
tap-picture-again = 🔄 再画一次
command-picture = 把进度画成一张图
picture-file = 进度图
picture-failed = 图这次没画出来,请稍后再试;要点都在下面:
picture-step = { $step } { $day }

# 图下面的话
picture-words-overdue = { $more ->
    [0] 🔴 逾期:{ $steps }
   *[other] 🔴 逾期:{ $steps } 等,另有 { $more } 步
}
picture-words-reported = { $more ->
   *[other] 📨 已报:{ $steps }
}
picture-words-done = { $more ->
    [0] ✅ 完成:{ $steps }
   *[other] ✅ 完成:{ $steps } 等,另有 { $more } 步
}
picture-words-started = { $more ->
    [0] 🔵 进行中:{ $steps }
   *[other] 🔵 进行中:{ $steps } 等,另有 { $more } 步
}
picture-words-waiting = { $more ->
    [0] ⏳ 等待:{ $steps }
   *[other] ⏳ 等待:{ $steps } 等,另有 { $more } 步
}
picture-words-open = { $more ->
    [0] ⬜ 未开始:{ $steps }
   *[other] ⬜ 未开始:{ $steps } 等,另有 { $more } 步
}
picture-words-not-applicable = { $more ->
    [0] ➖ 不适用:{ $steps }
   *[other] ➖ 不适用:{ $steps } 等,另有 { $more } 步
}

# 图上的字
timeline-season = { $licence } · { $year } 年度年报
timeline-ready = 可以报
timeline-missing = 还不能报:差 { $n } 项
timeline-reported = { $day } { $state }
timeline-filing = { $state }
timeline-left = { $days ->
    [0] 法定截止就是今天
   *[other] 离法定截止还有 { $days } 天
}
timeline-past = 法定截止已过 { $days } 天
timeline-done = 完成 { $done }/{ $total }
timeline-percent = { $percent } %
timeline-today = 今天 { $day }
timeline-statutory = 法定 { $day }
timeline-month = { $month } 月
timeline-late = { $day } · 逾期 { $days } 天
timeline-no-date = 没有日期
timeline-count = { $done }/{ $total }
timeline-left-out = 另有 { $count } 步没有画出
timeline-provisional = 日期暂定:{ $year } 年放假安排还没有官方通知
timeline-day-off = 休息日
timeline-nominal = 原定日期
timeline-own-statutory = 法定日期
timeline-mark-done = 完成
timeline-mark-reported = 已报
timeline-mark-overdue = 逾期
timeline-mark-waiting = 等待
timeline-mark-started = 进行中
timeline-mark-open = 未开始
timeline-mark-not-applicable = 不适用
timeline-mark-watched = 留意
