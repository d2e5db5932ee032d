# 卡片上的字。第一行总是企业名。
case-heading = <b>{ $company }</b>
    { $licence } · { $year } 年度年报
somebody = 前成员

# 进度
verdict-ready = ✅ <b>可以报</b>:申报要的都齐了
verdict-missing = ⛔ <b>还不能报:差 { $n } 项</b>
verdict-open = ⛔ <b>还不能报:差 { $missing } 项</b>
verdict-not-open = ⛔ <b>还不能报:差 { $missing } 项</b>
verdict-pledged = ✍️ 已签承诺书,还差 { $missing } 项
verdict-drafting = ✍️ 系统里填报中,还差 { $missing } 项
verdict-saved = 💾 各表已保存、<b>还没提交</b>,还差 { $missing } 项
verdict-reported = 📨 <b>已报</b> { $day }。截止日 24:00 前系统里还能改
verdict-locked = 📨 <b>已报</b> { $day },数据已锁定
verdict-published = 📢 已报、已公示
verdict-reopened = ♻️ <b>又改了系统数据,要重新提交</b>,还差 { $missing } 项
verdict-returned = ↩️ <b>被退回,要修改后重新提交</b>,还差 { $missing } 项
verdict-overdue = 🔴 <b>法定期限已过,还没报</b>:尽快报,还差 { $missing } 项
verdict-ordered = 🔴 <b>管局责令限期补报</b>,还差 { $missing } 项
verdict-reported-late = 📨 <b>已补报</b> { $day }(逾期)
verdict-bad-listed = 🔴 <b>已列入不良名单</b>:履行义务后申请移出
verdict-duty-done = 🟡 已履行义务,等待移出不良名单
verdict-delisted = ✅ 已移出不良名单
statutory-left = { $days ->
    [0] ⚖️ <b>法定截止就是今天</b>({ $day },24:00 止,系统可能提前关闭)
   *[other] ⚖️ 法定截止 { $day },还剩 <b>{ $days }</b> 天
}
statutory-past = ⚖️ 法定截止 { $day },已过 <b>{ $days }</b> 天
statutory-kept = ⚖️ 法定截止 { $day }
term-left = { $days ->
    [0] 📌 管局要求 <b>今天</b>({ $due })办完
   *[other] 📌 管局要求 { $due } 前办完,还剩 <b>{ $days }</b> 天
}
term-past = 📌 管局要求 { $due } 前办完,已过 <b>{ $days }</b> 天
progress-done = 完成 { $done }/{ $total }({ $percent } %)
progress-unsure = { $waiting ->
    [0] 其中暂估 { $estimates } 项(不算完成)
   *[other] { $estimates ->
        [0] 其中等待 { $waiting } 项(不算完成)
       *[other] 其中暂估 { $estimates } 项、等待 { $waiting } 项(不算完成)
    }
}
step-overdue = 🔴 { $step }:内部截止 { $day },过了 { $days } 天({ $done }/{ $total })
step-overdue-statutory = 🔴 { $step }:<b>法定截止</b> { $day },过了 { $days } 天({ $done }/{ $total })
overdue-more = 🔴 另有 { $count } 步逾期
step-coming = { $days ->
    [0] ▫️ { $step }:今天({ $done }/{ $total })
   *[other] ▫️ { $step }:{ $day },{ $days } 天后({ $done }/{ $total })
}
late-start = 🕙 起步较晚:剩 { $workdays } 个工作日(含今天),已压缩步骤
dates-provisional = <i>日期暂定:{ $year } 年放假安排还没有官方通知</i>

# 步骤
step-name = 第{ $number }步 { $title }
step-line = { $mark } { $due } { $step } { $done }/{ $total }
step-heading = { $mark } <b>{ $step }</b> { $done }/{ $total }
    { $due }
due-internal = 内部 { $day }
due-provisional = 内部 { $day },暂定
due-statutory = 法定 { $day }
due-both = 内部 { $day } · 法定 { $statutory }
due-day-off = { $nominal }休息,内部 { $day }
due-break = { $nominal }紧跟长假,内部 { $day }
due-none = 没有日期
step-basis = { $standing }
step-basis-source = { $standing }({ $source })
step-depends = ⚠️ 前一步还没完成:{ $step }(不妨碍先做这一步)
step-done-when = 完成标准:{ $text }
step-empty = 这一步没有要交的东西,到时看一眼即可。
dropped-line = ✂️ { $title }:{ $why }
mark-done = ✅
mark-overdue = 🔴
mark-started = 🔵
mark-open = ⬜
mark-waiting = ⏳
mark-estimated = 🔶
mark-not-applicable = ➖
task-label = { $mark } { $title }

# 依据
standing-official = 依据:官方
standing-practice = 依据:行业做法,请以属地通管局为准
standing-practice-named = 依据:非官方
standing-internal = 依据:内部安排
standing-unverified = 依据:未核实

# 事项
item-title = <b>{ $title }</b>
    { $step } · { $due }
item-hint = { $text }
item-empty = 现在:还没有
item-given = 现在:<b>{ $what }</b>
    <i>第 { $version } 版 · { $who } · { $at }</i>
item-basis = { $standing } · 归口:{ $departments }
item-basis-evidence = { $standing } · 归口:{ $departments } · 佐证:{ $evidence }
item-more = <b>{ $title }</b>
    这一项的情况是?
how-file = 👉 直接把文件或照片发过来(可一次发多张)
how-confirm = 👉 核对无误后点下面的按钮
how-sign = 👉 点「已签字」写签字人姓名,或发签字扫描件
how-integer = 👉 直接发数({ $unit }),如 280、1,200、1.2万、两百八十
how-decimal = 👉 直接发数({ $unit }),最多 { $decimals } 位小数
how-money = 👉 直接发金额,单位万元,如 1860.5、3.5亿、18600000元
how-percent = 👉 直接发百分比,如 48%、百分之四十八
how-date = 👉 直接发日期,如 2027-03-31
how-text = 👉 直接发文字
how-phone = 👉 直接发号码,如 010-12345678、400 或 95 号码
how-mobile = 👉 直接发 11 位手机号
how-choice = 👉 点一个选项,或直接发选项的名字
how-choices = 👉 点选(可多选),再点「选好了」;或发名字,用顿号隔开
how-table = 👉 每行一条、列用逗号隔开:{ $columns }
    　也可以点「发我表格」填好发回;没有就点「无」
how-form = 👉 { $count ->
        [1] 发一行
       *[other] 发一行、逗号隔开
    }:{ $columns }
    　再把证明文件发过来
value-with-unit = { $number } { $unit }
value-rows = { $count ->
    [1] { $first }
   *[other] { $count } 行:{ $first } ……
}
value-none = 无
value-empty = —
list-comma = {"、"}
given-files = { $count ->
    [1] 📎 { $name }
   *[other] 📎 { $name } 等 { $count } 个文件
}
given-estimate = { $value }(暂估)
given-confirmed = 已确认({ $name })
given-waiting = 等到 { $day }
given-not-applicable = 不适用({ $reason })
history-title = <b>{ $title }</b> 的各版本(新的在前)
history-line = 第 { $version } 版:{ $what } · { $who } · { $at }
history-withdrawn = <s>第 { $version } 版:{ $what }</s> 已撤销 · { $who }
option-picked = ☑️ { $title }

# 交了之后
said-done = ✅ { $title }:<b>{ $what }</b>(第 { $version } 版)
said-half = 🔵 { $title }:<b>{ $what }</b>(第 { $version } 版)
said-estimate = 🔶 { $title }:<b>{ $what }</b>,已记下,仍算未完成
said-waiting = ⏳ { $title }:<b>{ $what }</b>,到时再填
said-withdrawn = ↩️ 已撤销「{ $title }」第 { $version } 版
file-checked = { $name },{ $size }。只查了格式;盖章、清晰度请人看
form-wants-files = 👉 还差证明文件,请直接发过来
form-wants-line = 👉 文件收到了,还差文字一行:点「修改」看怎么写
step-left = { $count ->
   *[other] 这一步还差 { $count } 项
}
step-all-done = 🎉 这一步都齐了
not-kept = ❗ { $why }
    <i>没有记入,原来的内容没变。</i>
answer-wanted = 这一项要的是文字或数,不是文件。文件要交到哪一项,请点「交材料」。
file-wanted = 这一项要的是文件或照片,请直接发过来。
thanks-no-answer = 「收到、好的」不会记作答案。要填的话请直接发内容。
unsure = { $title }:{ $why }
estimate-ask = 请发「{ $title }」的暂估数。暂估会一直标着,不算完成。

# 逐项填报
fill-count = 逐项填报:还剩 { $left } 项 / 共 { $total } 项
fill-lead = { $lead }
    { $counted }
fill-finished = 🎉 字段都填完了
fill-left = 这一轮走完了,还有 { $count } 项跳过、暂估或等待。随时发 /fill 再来。

# 我的事与交材料
todo-empty = 现在没有等您的事 👍
todo-heading = <b>{ $company }</b>
    等您的 { $count } 项,先到期的在前:
todo-heading-many = 等您的 { $count } 项,先到期的在前:
todo-line = ▫️ { $title } · { $due },{ $days ->
    [0] 今天
   *[other] { $days } 天后
}
todo-line-overdue = 🔴 { $title } · { $due },过了 { $days } 天
todo-line-of = { $line } · { $company }
todo-resting = ⚠️ 数据读不出来、暂停的企业:{ $names }。请在「企业」里处理。
todo-line-undated = ▫️ { $title }
upload-ask = 交哪一份?点一下,再把文件发过来。
loose-ask = { $count ->
    [1] 「{ $name }」收到了。这是哪一项的材料?(最像的在前)
   *[other] 「{ $name }」等 { $count } 个文件收到了。是哪一项的材料?(最像的在前)
}
loose-unread = ❗ 没有当表格读:{ $why }是材料就点它属于哪一项。
file-no-season = 文件没有收:您现在没有进行中的年报。先新建企业,再把文件发一次。
file-after-new = 文件先没有收:请把下面的问题答完(或点「取消」),再发一次文件。

# 申报状态
filing-state = 申报状态:<b>{ $state }</b>
filing-line = · { $day } { $fact }({ $who })
filing-line-due = · { $day } { $fact },要求 { $due } 前({ $who })
filing-ask = 发生了什么?点一下记下来(已发生的事随时能记):
filing-when = 「{ $fact }」是哪天的事?点一下,或发日期(如 3月12日):
filing-term = 「{ $fact }」要求哪天前办完?发日期,或点按钮:
said-filing = ✅ 已记:{ $fact } { $day }
reported = 📨 已记:<b>已报</b>,{ $day }。法定提醒到此为止。
reported-late = 📨 已记:<b>已报</b>,{ $day }(在法定截止之后,属于补报)。
reported-still-owed = 清单里还有 { $count } 项没完成,不影响「已报」,照样记着。
reported-proof = 请把系统里「已报」的截图发过来留底。
state-not-open = 未开放
state-open = 已开放,未填
state-pledged = 已签承诺书
state-drafting = 填报中
state-saved = 各表已保存,未提交
state-reported = 已报
state-reopened = 又改了系统数据,未重新提交
state-returned = 被退回
state-locked = 已报,数据已锁定
state-published = 已公示
state-overdue = 逾期未报
state-ordered = 责令限期补报
state-reported-late = 已补报(逾期)
state-bad-listed = 列入不良名单
state-duty-done = 已履行义务,待移出名单
state-delisted = 已移出不良名单
fact-opened = 系统已开放
fact-pledged = 已签承诺书
fact-drafted = 开始填报(暂存)
fact-saved = 各表已保存
fact-reported = 已报
fact-reopened = 又改了系统数据
fact-ordered = 责令限期补报
fact-returned = 被退回修改
fact-published = 已公示
fact-bad-listed = 列入不良名单
fact-duty-done = 已履行义务
fact-delisted = 移出不良名单

# 给各部门的话
department-it = IT
department-hr = 人事
department-ops = 业务
department-fin = 财务
department-leg = 法务
department-aud = 审计
requests-intro = 给各部门的话写好了,点「复制」贴到微信:
requests-none = 这个部门没有欠的了 👍
request-line = ▫️ { $department } { $count } 项,{ $due }前要
request-line-undated = ▫️ { $department } { $count } 项
request-text = 【{ $company }·{ $year } 年度电信年报】{ $department }同事好,请提供 { $count } 项{ $dated ->
    [0] {""}
   *[other] ,{ $due }前要第一批
}:{ $titles }{ $more ->
    [0] {""}
   *[other] 等,另 { $more } 项见清单
}。谢谢!
request-block = <pre>{ $text }</pre>

# 企业
companies-none = 您还没有企业。
companies-ask = 您的企业({ $count }):
company-archived = { $name }(已归档)
company-heading = <b>{ $company }</b>
    { $uscc }
company-no-season = 还没有年报。
season-line = { $year } 年度 · { $licence } { $number }
season-archived = { $year } 年度 · { $licence } { $number }(已归档)
case-facts = 许可证编号:{ $number }
    范围:{ $coverage } · 档位:{ $profile }
    { $opened } 创建
coverage-nationwide = 全网
damaged-copy = { $count ->
    [0] 上一份完好的副本内容齐全。要用它继续吗?
   *[other] 上一份完好的副本里少了最后 { $count } 步操作,要补做:
}
damaged-other = 其他操作
damaged-no-copy = 没有可用的完好副本,请联系管理员从备份恢复。
damaged-missing = · { $subject }:{ $new }
said-adopted = { $count ->
    [0] ✅ 已改用完好的副本,内容齐全;坏的文件另存保留。
   *[other] ✅ 已改用完好的副本;坏的文件另存保留。请补做最后 { $count } 步。
}
said-corrected = ✅ 已改好
said-company-active = ✅ 已恢复
said-company-archived = 🗄 「{ $name }」已归档,随时能恢复
company-remove-ask = 移除这家企业?里面还没交过东西;移除后不能恢复。
case-remove-ask = 移除 { $year } 年度「{ $licence }」的年报?里面还没交过东西;移除后不能恢复。
said-company-removed = 🗑 「{ $name }」已移除
said-case-active = ✅ 已恢复
said-case-archived = 🗄 已归档,随时能恢复
said-case-removed = 🗑 已移除
said-restored = 已恢复
said-tailored = ✅ 已改好
said-undone = ↩️ 已撤销:{ $what }
