# 记录:谁、何时、做了什么
command-audit = 查看记录
tap-audit = 🧾 记录
tap-audit-people = 👤 按人
tap-export = ⬇️ 导出 { $format }
record-heading = <b>{ $company }</b>
audit-title = <b>{ $company }</b> · 🧾 记录 · { $name }
audit-all = 全部
audit-sort-given = 交和撤
audit-sort-filing = 申报
audit-sort-people = 人员
audit-sort-settings = 设置
audit-people = 看谁做的?
audit-nothing = 没有符合的记录。
audit-line = <i>{ $at }</i> { $who }:{ $did }
audit-details = 　{ $details }
audit-behalf = 替 { $name } 交
audit-why = 原因:{ $why }
audit-in-group = 在群「{ $title }」里
audit-seal = 内容指纹 { $seal }
audit-operator = 运维人员
audit-erased = 已清除
audit-case = { $year } 年度 { $licence }
audit-on = 是
audit-off = 否
audit-file = { $company } 记录 { $day }
audit-caption = 全部记录,含内部事项,请妥善保管。

# 每一种事,一句话
event-company-opened = 新建企业「{ $new }」
event-company-corrected = 更正企业:{ $old } → { $new }
event-company-archived = 归档企业
event-company-restored = 恢复企业
event-company-removed = 删除误建的企业
event-copy-adopted = { $count ->
    [0] 启用完好的副本,没有缺失
   *[other] 启用完好的副本,最后 { $count } 步要重做
}
event-season-opened = 新建 { $what }
event-season-corrected = 更正 { $what }:{ $old } → { $new }
event-season-archived = 归档 { $what }
event-season-restored = 恢复 { $what }
event-season-removed = 删除误建的 { $what }
event-known-filled = 自动填入「{ $what }」:{ $new }
event-handed-in = { $was ->
    [0] 交「{ $what }」第 { $version } 版:{ $new }
   *[other] 交「{ $what }」第 { $version } 版:{ $new }(原:{ $old })
}
event-withdrawn = 撤销「{ $what }」:{ $old }
event-filing-recorded = 申报记「{ $what }」:{ $new }
event-filing-withdrawn = 撤销申报记录「{ $what }」:{ $old }
event-item-added = 加一项「{ $new }」
event-item-renamed = { $was ->
    [0] 事项改名为「{ $new }」
   *[other] 事项改名:{ $old } → { $new }
}
event-item-dropped = 系统里没有「{ $what }」
event-item-restored = 恢复事项「{ $what }」
event-step-added = 加一步「{ $new }」
event-step-renamed = { $was ->
    [0] 步骤改名为「{ $new }」
   *[other] 步骤改名:{ $old } → { $new }
}
event-step-dropped = 不做「{ $what }」这一步
event-step-restored = 恢复步骤「{ $what }」
event-invited = 邀请一人:{ $new }
event-invitation-revoked = 收回第 { $what } 号邀请
event-member-joined = 加入:{ $new }
event-member-changed = { $what } 的角色:{ $old } → { $new }
event-member-removed = 移除 { $what }({ $old })
event-member-left = 退出({ $old })
event-handed-over = 把 { $what } 的 { $count } 项移交给 { $new }
event-assigned = { $was ->
    [0] 「{ $what }」交给 { $new }
   *[other] 「{ $what }」交给 { $new }(原:{ $old })
}
event-taken = 认领「{ $what }」
event-unassigned = 「{ $what }」还给部门(原:{ $old })
event-colleague-added = 登记同事 { $new }
event-colleague-removed = 删去同事 { $old }
event-nudged = 催 { $what }:{ $new }
event-accepted = 验收「{ $what }」第 { $version } 版
event-given-back = 退回「{ $what }」第 { $version } 版
event-review-changed = 「{ $what }」要别人验收:{ $new }
event-sensitivity-changed = 「{ $what }」是内部事项:{ $new }
event-group-bound = 绑定群「{ $new }」
event-group-changed = 改群「{ $new }」的设置
event-group-unbound = 解绑群「{ $old }」
event-paper-taken = 取走《{ $what }》第 { $version } 号(.{ $new })
event-downloaded = 下载「{ $what }」第 { $version } 版:{ $new }
event-explained = 说明「{ $what }」第 { $version } 版为什么换
event-reused = 「{ $what }」第 { $version } 版沿用 { $old } 年度的
event-earlier-given = 记入「{ $what }」{ $year } 年的数,第 { $version } 版:{ $was ->
    [0] {""}
   *[other] { $old } →{" "}
}{ $new }
event-earlier-withdrawn = 撤销「{ $what }」{ $year } 年的数:{ $old }
event-due-moved = 「{ $what }」的内部日期:{ $old } → { $new }
event-due-restored = 撤销改期「{ $what }」:{ $old } → { $new }
event-word-said = { $count ->
    [1] 「{ $what }」:今天处理
   *[other] 给老板附一句:「{ $what }」
}
event-robot-added = 加「{ $new }」
event-robot-changed = 改「{ $old }」→「{ $new }」
event-robot-removed = 删除「{ $old }」
event-hour-set = 「{ $what }」的早报时间:{ $old } → { $new }
event-language-set = 「{ $what }」里说的语言:{ $old } → { $new }
event-policy-set = 改提醒规则
event-retention-set = 材料保存 { $old } 年 → { $new } 年
event-hold-set = 法律保全:不清理任何材料
event-hold-lifted = 解除法律保全
event-erased = 清除一人的个人信息({ $count } 条记录)
event-file-erased = 清除 { $count } 个文件
nudge-wechat-sent = 微信已催
nudge-called-no-answer = 打电话没接
nudge-called = 打过电话

# 每天的指纹
notice-trail-head = 🔒 记录到第 { $seq } 条。请留存这行指纹,用于核对记录没有被改动:
    <code>{ $head }</code>
notice-trail-heads = 🔒 { $count } 家企业的记录有新内容,指纹在表里。请留存,用于核对记录没有被改动。
heads-file = 记录指纹 { $day }
heads-company = 企业
heads-number = 记录到第几条
heads-head = 指纹
