# 提醒:改日期、改规则时的拒绝,和好消息
error-past-statutory = 法定截止 { $day } 改不了,内部日期不能晚于它,请说早一点的日期。
error-no-inner-date = 这一步只有法定日期 { $day },法定日期改不了。
error-bad-rungs = 请说截止前几天,最多 { $most } 个,每个在 0 到 { $longest } 天之间,例如:14、7、3、1、0。
error-legal-rungs-needed = 法定截止前 { $days } 天内至少要提醒一次,请加一个 { $days } 或更小的数。
notice-reported = 🎉 { $day } 已报 ✔(由 { $who } 记录)
notice-authority = ⚖️ 主管部门:<b>{ $what }</b>({ $day }){ $dated ->
    [1] ,限 { $due } 前办好
   *[other] {""}
}(由 { $who } 记录)
told-why-often-enough = 告知老板的次数已满
