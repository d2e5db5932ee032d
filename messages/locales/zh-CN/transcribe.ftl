# 申报日:公示什么、誊录、核对、又改了系统数据
tap-transcribe = 🖊 誊录
tap-forms = 🖊 全部表
tap-form = ‹ { $form }
tap-form-next = ▶️ { $line }
tap-form-skip = 下一个没填的 ›
tap-form-item = 🔎 看这一项、改数
tap-form-saved = 💾 系统里已保存
tap-read-back = 🔍 核对
tap-skip-reading = ⏭ 不核对,继续
tap-copy = 📋 复制
tap-copy-cell = 📋 { $column }
tap-copy-piece = 📋 复制 { $number }/{ $count }
tap-typed = ✅ 已填
tap-deleted = ✅ 系统里已删
tap-not-typed = ↩️ 其实没填
tap-undo-typed = ↩️ 撤销:{ $line }
tap-system-says = ⚠️ 系统报错
tap-pledge = 📥 贴承诺书原文
tap-pledge-other = 📥 换一份原文
tap-pledge-item = 🔎 确认「已逐字录入」
tap-publicity = 🌐 公示
tap-published = 👀 公示的全部内容
tap-publish-no = 不公示:{ $title }
tap-publish-yes = 公示:{ $title }
tap-publish-all-no = 都不公示
tap-publish-all-yes = 都公示

# 公示
publicity-seen = 公示后人人可见:{ $figures }
publicity-figure = { $title } <b>{ $value }</b>
publicity-always = 一定公示的共 { $count } 项,不能选
publicity-asked = ▫️ { $title } { $value }:<b>{ $state }</b>
publicity-ask = 这几个数公示吗?(系统里各有一个「是否公示」)
publicity-unsaid = 还没定
publicity-yes = 公示
publicity-no = 不公示
published-title = 公示后人人可见的 { $count } 项(公示后拿它逐项核对):
published-line = ▫️ { $title }:{ $value }
comparing = 要核对的 { $count } 项,如:{ $figures }

# 全部表
forms-not-ready = ⚠️ 申报还差 { $missing } 项、未处理的差异 { $differing } 项:可以先誊录,提交前补齐
forms-ready = ✅ 申报要的都齐了:按平台的次序一张一张填
forms-reported = 📨 已报。截止日前改了数,先在系统里改,再重新提交
forms-frozen = 🔒 { $day } 24:00 已过:按时报的数据在系统里已冻结,改不了了
forms-troubles = 系统报错 { $refused } 处 · 已改要重填 { $changed } 处 · 核对不一致 { $otherwise } 处
forms-all-saved = 🎉 各表都填完、保存了。请在系统里点「提交」(会再做表间校验),成功后记「已报」
forms-rest = ▫️ 还有 { $count } 处没有内容,系统里各项都是必填:补上,或选「不适用」
tap-form-rest = ▫️ { $line }
form-line = { $mark } { $number }. { $title } { $done }/{ $total }
form-left-out = ➖ { $number }. { $title }:{ $why }
form-mark-missing = ▫️
form-mark-open = ⬜
form-mark-begun = 🔵
form-mark-changed = 🔁
form-mark-refused = ⚠️
form-mark-otherwise = ❗
form-mark-typed = ✔️
form-mark-unsaved = 💾
form-mark-saved = ✅

# 一张表
form-heading = <b>{ $title }</b> 已填 { $done }/{ $total }
form-value-line = { $mark } { $line } { $value }
form-tap = { $mark } { $line }
form-save-now = 💾 都填了:请在系统里点「保存」(会校验),成功后点下面
form-saved = ✅ 系统里已保存
form-missing = ▫️ 有 { $count } 处还没有数,系统里各项都是必填
form-refused = ⚠️ 有 { $count } 处系统报错还没解决
form-order = <i>表内次序和字段为本系统整理,以平台为准</i>

# 一行
form-line-title = { $row ->
    [0] { $title }
   *[other] { $title } 第 { $row } 行
}
form-line-heading = <b>{ $line }</b>
    { $form } { $done }/{ $total }
form-value = 填:{ $value }
form-cell = ▫️ { $column }:{ $value }
form-copied = <code>{ $text }</code>
form-in-unit = { $value } { $unit }
form-cells-more = 另有 { $count } 格,见下面的复制键
form-line-files = 上传:{ $files }
form-line-missing = ▫️ 还没有数,先补这一项
form-pledge-missing = ▫️ 承诺书要逐字录入,标点也要一样。请从平台把原文整段复制,贴给我,我一字不差地给您复制
form-line-gone = 🔁 这一行已经没有了:请在系统里删掉
form-line-refused = ⚠️ 系统报错({ $who } { $at }):{ $text }
form-line-otherwise = ❗ 核对时系统里是:{ $text }
form-line-changed = { $options ->
   *[other] 🔁 <b>已改,请重填</b>。之前填的:{ $old }
}
form-line-estimate = 🔶 这是暂估数
form-line-tick = 🌐 是否公示:<b>{ $state }</b>
form-line-red = 超过十亿元,系统会标红,不影响保存
form-line-typed = ✔️ { $who } { $at } 已填

# 系统报错
system-errors = ⚠️ 系统报错 { $count } 处没解决(不挡申报)
tap-system-error = ⚠️ 系统报错:{ $line }
notice-system-refused = ⚠️ { $who } 誊录时系统报错,「{ $line }」:{ $text }。改好数或填成了,这条就结束。
notice-system-refused-inside = ⚠️ { $who } 誊录时 1 项内部事项系统报错。改好数或填成了,这条就结束。

# 问与答
ask-system = 「{ $line }」系统报了什么?照原话发给我,会留在这一行,改好数或填成了才结束。
ask-pledge = 请把平台上的承诺书原文整段贴给我(标点、空格都不要动):
ask-saved = 要核对「{ $title }」吗?把系统里保存的数贴给我,一行一个,如「营业收入 1860.5」;表格直接贴。
said-form-saved = ✅ 「{ $title }」已保存
said-system = { $told ->
    [0] ⚠️ 记下了:改好数或填成了才结束
   *[other] ⚠️ 记下了:改好数或填成了才结束;已告诉 { $told } 人
}
said-pledge = 📥 存好了,共 { $count } 字,一字未动
nothing-read-back = 没认出这张表的数。
words-skip = 跳过|不核对|不用|不用了|算了|skip|no
read-back = 🔍 「{ $title }」:一致 { $same } 处,不一致 <b>{ $others }</b> 处
read-back-other = ❗ { $line }:系统里是 { $held },应为 <b>{ $ours }</b>
read-back-more = 另有 { $count } 处不一致
read-back-strange = 没认出:{ $names }
read-back-unread = { $named ->
    [0] 没读到 { $count } 处,不算核对过
   *[other] 没读到 { $count } 处,不算核对过:{ $names }{ $more ->
        [0] {""}
       *[other] {" "}等
    }
}
forms-changed = ♻️ 报后改过 <b>{ $count }</b> 处,只需重填这些:
forms-changed-more = 另有 { $count } 处
forms-signatures = ✍️ 签过字的内容改了:{ $count } 处签字要重签
forms-unchanged = 报后这里还没改过数:系统里改了哪一项,这里也改;重新提交后再记「已报」
forms-typed-again = ✅ 改过的都重填了。请在系统里保存、重新提交,再记「已报」
forms-old-there = 🔁 报后这里改了 { $count } 处,系统里还是旧的:先记「又改了系统数据」
form-change = 🔁 { $line }:{ $old } → <b>{ $new }</b>
toast-typed-before = 已经填过了
toast-not-typed-before = 这一行本来就没记「已填」
toast-saved-before = 已经记过「已保存」了
toast-chosen-before = 已经是这样选的
undone-system = 「{ $what }」的系统报错
undone-saved = 「{ $what }」已保存
undone-reading = 「{ $what }」的核对
undone-publicity = { $count ->
    [1] 「{ $what }」公示与否
   *[other] { $count } 项公示与否
}
undone-link = 「{ $what }」涉及的事项
toast-line-changed = 数刚改过,请按现在的填
toast-form-changed = 有数刚改过,请先填好再保存

# 记录
event-typed-over = { $version ->
    [0] 已填入系统:「{ $what }」
   *[other] 已填入系统:「{ $what }」第 { $version } 行
}
event-not-typed-over = 其实没填:「{ $what }」
event-system-refused = 系统报错:「{ $what }」
event-system-withdrawn = 撤销「{ $what }」的系统报错
event-form-saved = 系统里已保存「{ $what }」
event-form-not-saved = 撤销,系统里还没保存「{ $what }」
event-read-back = 核对「{ $what }」:不一致 { $count } 处
event-reading-withdrawn = 撤销「{ $what }」的核对
event-saved-otherwise = 核对不一致:「{ $what }」系统里是 { $new }
event-pledge-kept = 存下承诺书原文
event-pledge-restored = 撤销,承诺书原文仍是之前的
event-publicity-chosen = 公示「{ $what }」:{ $new }
event-publicity-restored = 撤销,公示「{ $what }」仍是:{ $new }
