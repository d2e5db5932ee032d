# 三年对照表:发出去的表、填好回来的表、往年的数、数的出处

tap-years = 📊 三年对照表
years-name = { $company } 三年对照表 { $year }.xlsx
years-title = { $company } { $year } 年度年报三年对照表
years-caption = 三年对照表,{ $count } 项。前年、去年、今年各填一列,已有的数写好了;填好发回来,记入前先念给您听。
years-item = 填报项
years-unit = 单位
years-department = 部门
years-wants = 填什么
years-before = { $year } 年(前年)
years-last = { $year } 年(去年)
years-this = { $year } 年(今年)
years-before-hint = 照当年报上去的数填
years-this-hint = 照「填什么」填,没有的先空着
years-source = 出处
years-source-hint = 哪个文件、系统或哪位给的,如:审计报告第 5 页
years-meaning = 口径
years-meaning-hint = 数的是什么、怎么数的,如:不含 AI 坐席
years-as-of = 数据日期
years-as-of-hint = 今年这个数截至哪天,如 2026-12-31
years-estimate = 暂估
years-estimate-hint = 今年的数还不准就选「是」
years-yes = 是
years-checking = 校验数据:只用来互相核对,不用上报
unit-money = 万元
words-estimate = 是|暂估|暂|估|y|yes|true|1|√|✓
words-no-estimate = 否|不是|不|n|no|false|0|-|×

# 念回去
years-line = ▫️ { $title }:{ $values }
years-value = { $year } 年 { $value }
years-value-changed = { $year } 年 { $old } → { $value }
years-value-origin = { $year } 年 { $value }(补出处)
years-same = ▫️ 已是这样,不再记:{ $cells }{ $more ->
    [0] {""}
   *[other] {" "}等
}
years-taken = 其中往年的数 { $count } 个;要改就再发一次,以前的版本都留着。
years-sum = { $year } 年 { $value }
years-sum-at = { $cell } { $year } 年 { $value }
years-units = ⚠️ { $title }:{ $first } 和 { $second } 差约 { $times } 倍,是不是元和万元混了?请核对后再记。
sheet-source = 🔎 没写出处的,出处记为:{ $source }
sheet-of-others = 这是另一张表(表头:{ $headings }),里面的数一个都没有记。要填数请用我们的模板。
tap-our-template = 📄 给我模板
sheet-page = 📄 只读了「{ $page }」这一页;另外 { $count } 页也有内容,没有读。
cell-of = { $cell } { $title }
cell-merged = { $cells } 是合并的单元格,不知道这个数算哪一格的。请取消合并,分别填好再发。
cell-unreckoned = 这格是公式,表里没有存下结果。请用 WPS 或 Excel 打开保存一次,或直接填数,再发。
cell-no-day = { $cell } 的数据日期看不懂。请写成 2026-12-31 这样再发。
cell-no-estimate = { $cell } 的「暂估」请填「是」,或者空着。
column-doubled = { $cells } 两列写的是同一年,不知道用哪一列。请删掉一列再发。
error-no-such-year = 这份年报只收 { $first }、{ $last } 两年的往年数。请改列名,或发 /list 打开那一年的年报。
error-own-report = { $year } 年度的年报就在这里,这个数以那一份为准。要改请打开那一份。

# 一个数的出处
item-origin = 🔎 { $parts }
origin-source = 出处:{ $source }
origin-meaning = 口径:{ $meaning }
origin-as-of = 截至 { $day }
tap-origin = 🔎 出处
ask-origin = 这个数从哪来?发一句:出处;口径;截至日期。后两样可以不写,用分号隔开。
    例:审计报告第 5 页;合并口径;2026-12-31
said-origin = ✅ { $title } 的出处记下了
origin-unsure = ❗ 没记下。请写「出处;口径;日期」,用分号隔开,最多三样,日期写成 2026-12-31。
words-origin-labels = 出处|来源|source
words-meaning-labels = 口径|basis
error-no-answer-yet = 这一项还没有数,先填数再写出处。

# 申报前还在用的暂估
estimates-left = ⚠️ 还有 { $count } 项是暂估:{ $titles }{ $more ->
    [0] {""}
   *[other] {" "}等
}。报之前请换成准数。
