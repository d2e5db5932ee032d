# 模拟评分:永远标明不是官方的
command-score = 模拟评分(非官方)
score-none = 🧮 模拟评分(非官方):这份年报的规则是旧版,没有评分权重。更新规则后再看。
score-no-data = 🧮 <b>模拟评分,非官方</b>:还没有数据,各项都是「缺数据」
score-total = 🧮 <b>模拟评分,非官方</b>:<b>{ $total }</b> 分(按 100 分权重中的 { $weight } 分算出)
score-range = ↕️ 缺的部分按 0 分算 { $low },按满分算 { $high }
score-line = { $below ->
    [0] ✅ 不低于模拟线 { $line }
   *[other] 🔴 低于模拟线 { $line }
} · 年报部分 { $points }/{ $weight }
score-checked = 🔎 准确、一致只按已检查的 { $done }/{ $total } 条规则算
score-row = { $one } | { $other }
score-part = { $name }({ $weight }) { $points }
score-part-missing = { $name }({ $weight }) 缺数据
score-part-apart = { $name } 不适用
score-if = 💡 修好后总分(模拟):{ $gains }
score-gain = { $what } +{ $gain }
score-timeliness = 及时
score-accuracy = 准确
score-consistency = 一致
score-lists = 名单处罚
score-numbers = 码号
score-complaints = 投诉
score-security = 信息安全
score-service = 服务质量
tap-score = 🧮 模拟评分
tap-score-input = ✏️ { $title }
