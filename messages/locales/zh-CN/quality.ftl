# 服务质量:三部分的数字,按日志算得的数,和服务质量报告

tap-quality = 📊 服务质量
tap-quality-paper = 📄 服务质量报告
tap-quality-take = ✏️ { $name } 改用 { $value }
tap-quality-take-all = ✅ 算得的 { $count } 项全部采用
toast-no-quality = 这份年报没有服务质量报告
toast-quality-same = 已经是算得的数
quality-title = 📊 { $year } 年服务质量
quality-part-service = <b>服务表现</b>:{ $figures }
quality-part-feedback = <b>用户反馈</b>:{ $figures }
quality-part-assurance = <b>技术保障</b>:{ $figures }
quality-figure = { $name } { $value }
quality-nothing = 还没有数字
quality-logs = 🧾 { $logs }
quality-log-given = { $title }(第 { $version } 版)
quality-log-missing = { $title }(未交)
quality-offer = ⚠️ 按{ $logs }算得{ $name } { $value },填的是 { $filled }
quality-offer-open = 💡 按{ $logs }算得{ $name } { $value },还没有填
quality-offers-more = ……另有 { $count } 项不一致
quality-can-fill = 💡 可用算得的数填:{ $names }
quality-log-gives = { $others ->
    [0] 📊 由它算得 { $count } 个数
   *[other] 📊 由它算得 { $count } 个数,{ $others } 个与填的不同
}
quality-ceiling = ⚖️ 按故障记录,接通率不会高于 { $ceiling }
quality-missing = { $more ->
    [0] ❔ 还缺:{ $names }
   *[other] ❔ 还缺:{ $names } 等,另有 { $more } 项
}
quality-taken = ✅ { $name } 改为算得的 { $value }
quality-taken-all = ✅ 已采用算得的 { $count } 项,可逐项撤销
quality-in-hours = { $number } 小时
quality-in-times = { $number } 次
quality-source = { $title }第 { $version } 版
quality-source-from = { $title }第 { $version } 版:{ $origin }

# 没有对应填报项的数字叫什么
measure-availability = 可用率
measure-connect-rate = 接通率
measure-drop-rate = 掉线率
measure-faults = 故障总次数
measure-faults-major = 重大故障次数
measure-repair-hours = 故障平均处理时长
measure-sla-hours = SLA 承诺修复时限
measure-sla-hit = SLA 达成率
measure-complaints = 用户投诉量
measure-reply-rate = 投诉回复率
measure-complaint-rate = 用户投诉率
measure-complaint-trend = 投诉率同比
measure-satisfaction = 用户满意度

# 怎么算的
reckoned-availability = 1 − 重大故障 { $hours } 小时 ÷ 全年 { $total } 小时;计划内维护不计,重叠的时间只计一次
reckoned-faults = 当年开始的非计划故障;计划内维护 { $planned } 次另列
reckoned-faults-major = 其中重大故障
reckoned-repair-hours = 修复共 { $hours } 小时 ÷ { $count } 次故障
reckoned-sla-hit = { $limit } 小时内修复 { $hit } 次 ÷ { $count } 次故障
reckoned-complaints = 当年收到的投诉
reckoned-reply-rate = 15 日内回复 { $replied } 件 ÷ 收到 { $count } 件
reckoned-complaint-rate = { $count } 件 ÷ { $sessions } 场 × 10,000
reckoned-complaint-trend = 今年 { $rate } ÷ 去年 { $before } − 1
reckoned-satisfaction = 满意 { $satisfied } 份 ÷ 有效样本 { $sample } 份

# 服务质量报告(文件)
paper-quality-title = { $year } 年度服务质量报告
paper-quality-footer = { $company } · 编制稿,请核对、盖章后使用
paper-quality-company = 企业名称
paper-quality-code = 统一社会信用代码
paper-quality-licence = 业务种类
paper-quality-number = 许可证编号
paper-quality-year = 报告年度
paper-quality-on = 编制日期
paper-quality-how = 「填报值」是企业填报的数,「按日志算得」由故障日志、投诉台账、满意度调查逐行计算;没有填报的,以算得的为准。可用率、故障时长扣除计划内维护,重叠的时间只计一次;日志没写影响范围的,重大故障按 { $major } 的用户、其他故障按 { $minor } 计(本系统口径)。
paper-quality-differs = 待核对:按{ $logs }算得{ $name } { $value },填报的是 { $filled }。
paper-quality-missing = 还没有数据:{ $names }。
paper-quality-service = 一、服务表现
paper-quality-feedback = 二、用户反馈
paper-quality-assurance = 三、技术保障
paper-quality-ceiling = 按故障记录,接通率不会高于 { $ceiling }(含 0.2 个百分点的余量)。
paper-quality-planned = 计划内维护(不计入故障)
paper-quality-channels = 投诉来源
paper-quality-channel = 来源
paper-quality-cases = 件数
paper-quality-survey = 满意度调查 { $batches } 批,有效样本 { $sample } 份,其中满意 { $satisfied } 份。
paper-quality-faults = 故障明细
paper-quality-assured = 保障材料
paper-quality-item = 事项
paper-quality-state = 现状
paper-quality-figure = 指标
paper-quality-filled = 填报值
paper-quality-worked = 按日志算得
paper-quality-reckoned = 计算方法
paper-quality-source = 出处
paper-quality-given = { $who } { $at } 提交(第 { $version } 版)
paper-quality-given-from = { $given };{ $origin }
paper-quality-start = 开始
paper-quality-end = 恢复
paper-quality-hours = 小时
paper-quality-share = 影响用户
paper-quality-major = 重大
paper-quality-cause = 原因
paper-quality-yes = 是
paper-quality-no = 否
paper-quality-logs = 数据来源
paper-quality-log = 台账
paper-quality-no-log = 未提交
paper-quality-outside = 故障日志另有 { $count } 行不在本年度内,未计入。
paper-quality-nothing = 未提交
paper-quality-stands = { $what };{ $given }
