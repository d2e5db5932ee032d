# 没有 Telegram 的同事:给谁发什么、催过没有
colleague-name = { $name }({ $departments })
request-nudged = { $line } · { $nudge }
request-line-nothing = ▫️ { $name } 没有欠的
request-for = 📨 给 { $name }
request-nothing = 现在没有要对方提供的 👍
request-text-person = 【{ $company }·{ $year } 年度电信年报】{ $name },您好!请提供 { $count } 项{ $dated ->
    [0] {""}
   *[other] ,{ $due }前要第一批
}:{ $titles }{ $more ->
    [0] {""}
   *[other] 等,另 { $more } 项见清单
}。谢谢!
nudged-wechat-sent = { $day }{ $time } 已微信催
nudged-called-no-answer = { $day }{ $time } 没接电话
nudged-called = { $day }{ $time } 打通了
tap-nudge-wechat-sent = 💬 已微信催
tap-nudge-no-answer = 📵 没接电话
tap-nudge-called = 📞 打通了
toast-nudged = 已记下时间
toast-nudged-already = 刚才已经记过了
tap-people-asked = 👥 按人看
tap-people-back = ‹ 按人看
people-asked = 各人欠的,点名字看要发的话:
people-asked-none = 还没有单独分派的人,也没有登记没有 Telegram 的同事。
tap-add-colleague = ➕ 加一位没有 Telegram 的同事
tap-remove-colleague = ✂️ 去掉这位
ask-colleague-name = 这位同事怎么称呼?发一个名字。
ask-colleague-departments = { $name } 管哪些部门的事?点选(可多选),再点「选好了」。
said-colleague-added = ✅ 已加上 { $name }。把下面的话复制到微信就行。
said-colleague-removed = ✂️ 已去掉 { $name };替对方交过的都还在。

# 部门或个人的填写表
sheet-item = 事项
sheet-wants = 要求
sheet-answer = 填写
sheet-remark = 备注
sheet-answer-hint = 照「要求」填,没有的先空着
items-sheet-name = { $company } { $who }.xlsx
items-sheet-title = { $who } { $year } 年度年报
items-sheet-caption = { $who } 的填写表,{ $count } 项。发给对方填好,再把文件转给我;记入前会先念给您听。
toast-nothing-for-a-sheet = 没有要在表里填的
wants-file = 请把文件发来
wants-hinted = { $told }。{ $hint }
wants-date = 日期,如 2027-03-31
wants-text = 文字,最多 { $longest } 字
wants-phone = 电话号码
wants-mobile = 11 位手机号
wants-choice = 选一个:{ $options }
wants-choices = 可选几个,用顿号隔开:{ $options }
wants-table = 这一项另有一张表,请向发表的人要
wants-money = 金额,单位万元
wants-percent = 百分比,如 48%
wants-integer = 整数,单位:{ $unit }
wants-decimal = 数字,最多 { $decimals } 位小数,单位:{ $unit }
wants-between = { $told },{ $low } 到 { $high }
wants-least = { $told },不小于 { $low }
wants-most = { $told },不大于 { $high }

# 填好的表发回来
sheet-read = 📄 { $name }:读到 { $count } 项:可记 { $good },看不懂 { $unclear },已有 { $already }
sheet-read-all = 📄 { $name }:读到 { $count } 项,都能记
sheet-not-filled = 📄 { $name } 里还没有填写。请填「填写」那一列,再发给我。
sheet-giver-ask = 这份谁给的?点一个,或直接发名字。
tap-giver-skip = 不用写谁给的
sheet-given-by = 🤝 { $name } 给的,您代交
sheet-answer-line = ▫️ { $title }:{ $value }
sheet-answer-changed = ▫️ { $title }:{ $value }(原来:{ $old })
sheet-answer-large = { $line } ⚠️ 这个数很大,请核对
sheet-answer-remark = { $line } · 备注:{ $remark }
sheet-unclear = ❓ { $title }:{ $why }
row-twice = 表里写了两次,以前一次为准
row-two-items = 有几项都叫这个名字,请打开那一项单独填
row-no-answer = 这一项不能在表里填,请打开那一项交
row-unsure = 有两种读法:{ $readings },请写明单位或年份
tap-sheet-take = ✅ 全部记入({ $count })
tap-sheet-drop = 先不记
sheet-dropped = 好,{ $name } 先不记;要记时再把表发来。
sheet-none-taken = 没有要记的了:都已经是这样,或者记不进去。
sheet-taken = ✅ 已记入 { $count } 项
sheet-taken-for = ✅ 已记入 { $count } 项({ $name } 给的,您代交)
sheet-not-read = ❓ 没看懂、没有记的 { $count } 处:{ $cells }{ $more ->
    [0] {""}
   *[other] {" "}等
}。改好再发一次
sheet-left-out = ❗ { $title }:{ $why }
sheet-undo-hint = 哪一项要撤销,点开就能撤;「全部撤销」把这一份都撤回。
tap-sheet-undo = ↩️ 全部撤销({ $count })
sheet-taken-back = ↩️ 撤回了 { $count } 项{ $kept ->
    [0] {""}
   *[other] ,另 { $kept } 项后来又改过或已核收,没有动
}
toast-sheet-stands-no-more = 这一份里没有还能撤的了
item-gone = 已去掉的事项
sheets-wait = 前面还有 { $count } 张表,先看这张:
sheets-enough = 等着记的表太多了,请先处理这一张,再把刚才那张重发。
file-after-sheet = { $name } 先放着,这张表处理完再问归哪一项。
toast-sheet-gone = 这张表已处理或已放下,要记请再发一次
